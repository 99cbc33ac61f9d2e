"""Releases of the terminals' program; their packages lie among the objects."""

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Add the table."""
    op.create_table(
        "release",
        sa.Column("architecture", sa.String, primary_key=True),
        sa.Column("version", sa.String, primary_key=True),
        sa.Column("digest", sa.String, nullable=False),
        sa.Column("note", sa.LargeBinary, nullable=False),
    )
