"""What is kept of a form to find its case again: a keyed digest of the person, what is to follow, what it adds to."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"


def upgrade() -> None:
    """Add the columns; of what arrived before, nothing is known."""
    op.add_column("submission", sa.Column("person", sa.String, nullable=False, server_default=""))
    op.add_column("submission", sa.Column("deferred", sa.String, nullable=False, server_default="{}"))
    op.add_column("submission", sa.Column("supplement_of", sa.String, nullable=False, server_default=""))
    op.create_index("ix_submission_person", "submission", ["person"])
    op.create_index("ix_submission_supplement_of", "submission", ["supplement_of"])
