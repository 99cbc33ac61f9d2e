"""The city's tables. `migrations/` brings an older database here; a test holds both against each other."""

from __future__ import annotations

import sqlalchemy as sa

META = sa.MetaData()

CODE = sa.Table("enrol_code", META, sa.Column("code", sa.String, primary_key=True))

TERMINAL = sa.Table(
    "terminal",
    META,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("public_key", sa.String, nullable=False, unique=True),
    sa.Column("area", sa.String, nullable=False),
    sa.Column("station", sa.String, nullable=False),
    sa.Column("health", sa.JSON),
    sa.Column("health_at", sa.String),
)

SUBMISSION = sa.Table(
    "submission",
    META,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("digest", sa.String, nullable=False),
    sa.Column("service_code", sa.String, nullable=False),
    sa.Column("terminal", sa.String, nullable=False),
    sa.Column("offline_number", sa.String, nullable=False, unique=True),
    sa.Column("acceptance_number", sa.String, nullable=False, unique=True),
    sa.Column("received", sa.String, nullable=False, index=True),
    sa.Column("manifest", sa.LargeBinary, nullable=False),
    sa.Column("acknowledgement", sa.LargeBinary, nullable=False),
    sa.Column("withdrawn", sa.String),
    sa.Column("person", sa.String, nullable=False, server_default="", index=True),
    sa.Column("deferred", sa.String, nullable=False, server_default="{}"),
    sa.Column("supplement_of", sa.String, nullable=False, server_default="", index=True),
    sa.Column("shared", sa.String, nullable=False, server_default="{}"),
    sa.Column("promised", sa.String, nullable=False, server_default=""),
    sa.Column("promised_about", sa.Boolean, nullable=False, server_default=sa.false()),
)

RESULT = sa.Table(
    "result",
    META,
    sa.Column("submission", sa.String, primary_key=True),
    sa.Column("acceptance_number", sa.String, nullable=False, index=True),
    sa.Column("token", sa.String, nullable=False, index=True, unique=True),
    sa.Column("code", sa.String, nullable=False),
    sa.Column("zh", sa.String, nullable=False),
    sa.Column("en", sa.String, nullable=False),
    sa.Column("name", sa.String, nullable=False),
    sa.Column("made", sa.String, nullable=False),
    sa.Column("valid_until", sa.String, nullable=False),
    sa.Column("withdrawn", sa.Boolean, nullable=False),
)

YEAR = sa.Table(
    "year",
    META,
    sa.Column("year", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("off", sa.JSON, nullable=False),
    sa.Column("work", sa.JSON, nullable=False),
)

SERIAL = sa.Table(
    "serial", META, sa.Column("day", sa.String, primary_key=True), sa.Column("last", sa.Integer, nullable=False)
)

PROGRESS = sa.Table(
    "progress",
    META,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("terminal", sa.String, nullable=False, index=True),
    sa.Column("acceptance_number", sa.String, nullable=False, index=True),
    sa.Column("state", sa.String, nullable=False),
    sa.Column("zh", sa.String, nullable=False),
    sa.Column("en", sa.String, nullable=False),
    sa.Column("changed_at", sa.String, nullable=False),
    sa.Column("reason", sa.String, nullable=False, server_default=""),
    sa.Column("office", sa.String, nullable=False, server_default=""),
    sa.Column("successor", sa.String, nullable=False, server_default=""),
)

ANNOUNCEMENT = sa.Table(
    "announcement",
    META,
    sa.Column("number", sa.Integer, primary_key=True),
    sa.Column("zh", sa.String, nullable=False),
    sa.Column("en", sa.String, nullable=False),
    sa.Column("until", sa.String, nullable=False),
)

SERVICE = sa.Table(
    "service",
    META,
    sa.Column("code", sa.String, primary_key=True),
    sa.Column("office", sa.String, nullable=False),
    sa.Column("zh", sa.String, nullable=False),
    sa.Column("en", sa.String, nullable=False),
    sa.Column("limits", sa.JSON, nullable=False),
    sa.Column("by_hand", sa.Boolean, nullable=False),
)

CATALOGUE = sa.Table(
    "catalogue",
    META,
    sa.Column("version", sa.Integer, primary_key=True, autoincrement=False),
    sa.Column("digest", sa.String, nullable=False),
    sa.Column("published", sa.String, nullable=False),
)

RELEASE = sa.Table(
    "release",
    META,
    sa.Column("architecture", sa.String, primary_key=True),
    sa.Column("version", sa.String, primary_key=True),
    sa.Column("digest", sa.String, nullable=False),
    sa.Column("note", sa.LargeBinary, nullable=False),
)

HELD = sa.Table(
    "held",
    META,
    sa.Column("person", sa.String, primary_key=True),
    sa.Column("material", sa.String, primary_key=True),
    sa.Column("reference", sa.String, nullable=False),
    sa.Column("valid_until", sa.String, nullable=False),
)

ASKED = sa.Table(
    "asked",
    META,
    sa.Column("day", sa.String, primary_key=True),
    sa.Column("terminal", sa.String, primary_key=True),
    sa.Column("service_code", sa.String, primary_key=True),
    sa.Column("questions", sa.Integer, nullable=False),
)

RATING = sa.Table(
    "rating",
    META,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("service_code", sa.String, nullable=False),
    sa.Column("level", sa.Integer, nullable=False),
    sa.Column("tags", sa.JSON, nullable=False),
    sa.Column("day", sa.String, nullable=False),
    sa.Column("words", sa.JSON),
    sa.Column("station", sa.String, nullable=False, server_default=""),
)

STOP = sa.Table(
    "stop",
    META,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("service_code", sa.String, nullable=False),
    sa.Column("reason", sa.String, nullable=False),
    sa.Column("office", sa.String, nullable=False),
    sa.Column("station", sa.String, nullable=False),
    sa.Column("day", sa.String, nullable=False),
)

REPORT = sa.Table(
    "report",
    META,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("terminal", sa.String, nullable=False),
    sa.Column("topic", sa.String, nullable=False),
    sa.Column("page", sa.String, nullable=False),
    sa.Column("words", sa.JSON),
    sa.Column("made_at", sa.String, nullable=False),
    sa.Column("number", sa.String, nullable=False, server_default="", index=True),
    sa.Column("zh", sa.String, nullable=False, server_default=""),
    sa.Column("en", sa.String, nullable=False, server_default=""),
    sa.Column("answered_at", sa.String, nullable=False, server_default=""),
    sa.Column("picture", sa.JSON),
)

ASSISTANCE = sa.Table(
    "assistance",
    META,
    sa.Column("id", sa.String, primary_key=True),
    sa.Column("terminal", sa.String, nullable=False),
    sa.Column("service_code", sa.String, nullable=False),
    sa.Column("topic", sa.String, nullable=False),
    sa.Column("contact", sa.JSON, nullable=False),
    sa.Column("made_at", sa.String, nullable=False),
    sa.Column("number", sa.String, nullable=False, server_default="", index=True),
    sa.Column("zh", sa.String, nullable=False, server_default=""),
    sa.Column("en", sa.String, nullable=False, server_default=""),
    sa.Column("answered_at", sa.String, nullable=False, server_default=""),
    sa.Column("stop", sa.String, nullable=False, server_default=""),
    sa.Column("office", sa.String, nullable=False, server_default="", index=True),
    sa.Column("area", sa.String, nullable=False, server_default=""),
)
