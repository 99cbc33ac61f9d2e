"""Requests for assistance: the number that its resident asks with, and what was answered."""

import sqlalchemy as sa
from alembic import op

from offline_queue.numbers import letter_number

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Add the columns, and give requests that are here their numbers."""
    op.add_column("assistance", sa.Column("number", sa.String, nullable=False, server_default=""))
    for name in ("zh", "en", "answered_at"):
        op.add_column("assistance", sa.Column(name, sa.String, nullable=False, server_default=""))
    op.create_index("ix_assistance_number", "assistance", ["number"])
    table = sa.table("assistance", sa.column("id"), sa.column("number"))
    connection = op.get_bind()
    for (identity,) in connection.execute(sa.select(table.c.id)).all():
        connection.execute(table.update().where(table.c.id == identity).values(number=letter_number(identity)))
