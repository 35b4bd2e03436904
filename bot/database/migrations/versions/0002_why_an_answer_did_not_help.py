"""Why an answer was not useful, on the counted question.

Revision: 0002, on 0001.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    with op.batch_alter_table("questions") as table:
        table.add_column(
            sa.Column(
                "reason",
                sa.String(length=20),
                nullable=True,
                comment="key of Reason, when the answer was not useful and the visitor said why",
            )
        )


def downgrade() -> None:
    """Take back."""
    with op.batch_alter_table("questions") as table:
        table.drop_column("reason")
