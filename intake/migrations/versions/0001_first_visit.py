"""Terminals, submissions, ratings: the tables of the first visit."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    """Make the tables."""
    op.create_table("enrol_code", sa.Column("code", sa.String, primary_key=True))
    op.create_table(
        "terminal",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("public_key", sa.String, nullable=False, unique=True),
        sa.Column("area", sa.String, nullable=False),
        sa.Column("station", sa.String, nullable=False),
    )
    op.create_table(
        "submission",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("digest", sa.String, nullable=False),
        sa.Column("service_code", sa.String, nullable=False),
        sa.Column("terminal", sa.String, nullable=False),
        sa.Column("offline_number", sa.String, nullable=False, unique=True),
        sa.Column("acceptance_number", sa.String, nullable=False, unique=True),
        sa.Column("received", sa.String, nullable=False),
        sa.Column("manifest", sa.LargeBinary, nullable=False),
        sa.Column("acknowledgement", sa.LargeBinary, nullable=False),
    )
    op.create_table(
        "serial", sa.Column("day", sa.String, primary_key=True), sa.Column("last", sa.Integer, nullable=False)
    )
    op.create_table(
        "rating",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("service_code", sa.String, nullable=False),
        sa.Column("level", sa.Integer, nullable=False),
        sa.Column("tags", sa.JSON, nullable=False),
        sa.Column("words", sa.String, nullable=False),
        sa.Column("day", sa.String, nullable=False),
    )
