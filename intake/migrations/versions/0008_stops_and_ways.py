"""Stops; offices for requests; stations of ratings; pictures and answers of fault reports; services offered."""

import sqlalchemy as sa
from alembic import op

from offline_queue.numbers import letter_number

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    """Add tables and columns, and give reports that are here their numbers."""
    op.create_table(
        "stop",
        sa.Column("id", sa.String, primary_key=True),
        *(
            sa.Column(name, sa.String, nullable=False)
            for name in ("service_code", "reason", "office", "station", "day")
        ),
    )
    op.create_table(
        "service",
        sa.Column("code", sa.String, primary_key=True),
        *(sa.Column(name, sa.String, nullable=False) for name in ("office", "zh", "en")),
        sa.Column("limits", sa.JSON, nullable=False),
        sa.Column("by_hand", sa.Boolean, nullable=False),
    )
    added = {
        "rating": ("station",),
        "assistance": ("stop", "office", "area"),
        "report": ("number", "zh", "en", "answered_at"),
    }
    for table, names in added.items():
        for name in names:
            op.add_column(table, sa.Column(name, sa.String, nullable=False, server_default=""))
    op.add_column("report", sa.Column("picture", sa.JSON))
    op.create_index("ix_assistance_office", "assistance", ["office"])
    op.create_index("ix_report_number", "report", ["number"])
    report = sa.table("report", sa.column("id"), sa.column("number"))
    connection = op.get_bind()
    for (identity,) in connection.execute(sa.select(report.c.id)).all():
        connection.execute(report.update().where(report.c.id == identity).values(number=letter_number(identity)))
