"""Results of instant services; what shared data prove of a submission; promised days; the way after a refusal."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"


def upgrade() -> None:
    """Add the table and the columns."""
    names = ("code", "zh", "en", "name", "made", "valid_until")
    op.create_table(
        "result",
        sa.Column("submission", sa.String, primary_key=True),
        sa.Column("acceptance_number", sa.String, nullable=False),
        sa.Column("token", sa.String, nullable=False),
        *(sa.Column(name, sa.String, nullable=False) for name in names),
        sa.Column("withdrawn", sa.Boolean, nullable=False),
    )
    op.create_index("ix_result_acceptance_number", "result", ["acceptance_number"])
    op.create_index("ix_result_token", "result", ["token"], unique=True)
    op.add_column("submission", sa.Column("shared", sa.String, nullable=False, server_default="{}"))
    op.add_column("submission", sa.Column("promised", sa.String, nullable=False, server_default=""))
    op.add_column("submission", sa.Column("promised_about", sa.Boolean, nullable=False, server_default=sa.false()))
    op.create_table(
        "year",
        sa.Column("year", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("off", sa.JSON, nullable=False),
        sa.Column("work", sa.JSON, nullable=False),
    )
    for name in ("reason", "office", "successor"):
        op.add_column("progress", sa.Column(name, sa.String, nullable=False, server_default=""))
