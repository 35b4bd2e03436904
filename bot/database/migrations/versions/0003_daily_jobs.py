"""Daily jobs, with a lease on each.

Revision: 0003, on 0002.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "daily_jobs",
        sa.Column("name", sa.String(length=40), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True, comment="Belgian day it was last done for"),
        sa.Column(
            "holder", sa.String(length=40), nullable=True, comment="process that does it now"
        ),
        sa.Column(
            "held_until",
            sa.DateTime(),
            nullable=True,
            comment="moment from which another process may take over",
        ),
        sa.PrimaryKeyConstraint("name", name=op.f("pk_daily_jobs")),
    )


def downgrade() -> None:
    """Take back."""
    op.drop_table("daily_jobs")
