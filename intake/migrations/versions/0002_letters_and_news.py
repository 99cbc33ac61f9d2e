"""Health of terminals, progress of cases, announcements, fault reports, assistance; words of ratings sealed."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Add what is new. Version 1 took no free words, so none are lost with their column."""
    op.add_column("terminal", sa.Column("health", sa.JSON))
    op.add_column("terminal", sa.Column("health_at", sa.String))
    op.create_index("ix_submission_received", "submission", ["received"])
    op.drop_column("rating", "words")
    op.add_column("rating", sa.Column("words", sa.JSON))
    op.create_table(
        "progress",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("terminal", sa.String, nullable=False, index=True),
        sa.Column("acceptance_number", sa.String, nullable=False, index=True),
        sa.Column("state", sa.String, nullable=False),
        sa.Column("zh", sa.String, nullable=False),
        sa.Column("en", sa.String, nullable=False),
        sa.Column("changed_at", sa.String, nullable=False),
    )
    op.create_table(
        "announcement",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("zh", sa.String, nullable=False),
        sa.Column("en", sa.String, nullable=False),
        sa.Column("until", sa.String, nullable=False),
    )
    op.create_table(
        "report",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("terminal", sa.String, nullable=False),
        sa.Column("topic", sa.String, nullable=False),
        sa.Column("page", sa.String, nullable=False),
        sa.Column("words", sa.JSON),
        sa.Column("made_at", sa.String, nullable=False),
    )
    op.create_table(
        "assistance",
        sa.Column("id", sa.String, primary_key=True),
        sa.Column("terminal", sa.String, nullable=False),
        sa.Column("service_code", sa.String, nullable=False),
        sa.Column("topic", sa.String, nullable=False),
        sa.Column("contact", sa.JSON, nullable=False),
        sa.Column("made_at", sa.String, nullable=False),
    )
