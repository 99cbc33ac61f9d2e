"""Results of instant services; of a submission what the city's shared data prove, and the limit that was promised."""

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
    op.add_column("submission", sa.Column("promised", sa.Integer))
