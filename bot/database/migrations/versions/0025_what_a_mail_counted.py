"""What accepting a proposal from a mailbox counted, so that it can be taken back.

Revision: 0025, on 0024. What was accepted before has none, and is past its hour.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0025"
down_revision = "0024"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column(
        "mail_proposals",
        sa.Column(
            "added",
            sa.JSON(),
            nullable=True,
            comment="ids of what accepting it counted, by table, for taking it back",
        ),
    )


def downgrade() -> None:
    """Take back."""
    with op.batch_alter_table("mail_proposals") as table:
        table.drop_column("added")
