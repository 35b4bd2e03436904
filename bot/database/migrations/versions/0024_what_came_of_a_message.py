"""What came of a message stands beside its text, for as long as that is kept.

Revision: 0024, on 0023. Messages of before have none: the counted facts do not say which text was meant.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column(
        "entries",
        sa.Column(
            "outcome",
            sa.String(20),
            nullable=True,
            comment="key of Outcome: what came of a message of the visitor",
        ),
    )


def downgrade() -> None:
    """Take back."""
    with op.batch_alter_table("entries") as table:
        table.drop_column("outcome")
