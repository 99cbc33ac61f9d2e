"""Papers that the city holds already, by a keyed digest of the person; how often terminals asked for them."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"


def upgrade() -> None:
    """Add the tables."""
    op.create_table(
        "held",
        sa.Column("person", sa.String, primary_key=True),
        sa.Column("material", sa.String, primary_key=True),
        sa.Column("reference", sa.String, nullable=False),
        sa.Column("valid_until", sa.String, nullable=False),
    )
    op.create_table(
        "asked",
        sa.Column("day", sa.String, primary_key=True),
        sa.Column("terminal", sa.String, primary_key=True),
        sa.Column("service_code", sa.String, primary_key=True),
        sa.Column("questions", sa.Integer, nullable=False),
    )
