"""Months whose figures nothing changes any more.

Revision: 0021, on 0020.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0021"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "closed_months",
        sa.Column("month", sa.String(length=7), nullable=False, comment="YYYY-MM"),
        sa.Column("closed_at", sa.DateTime(), nullable=False),
        sa.Column(
            "figures", sa.Text(), nullable=False, comment="the report as JSON; counts, no text"
        ),
        sa.Column(
            "sha256", sa.String(length=64), nullable=False, comment="of the figures, hexadecimal"
        ),
        sa.PrimaryKeyConstraint("month", name=op.f("pk_closed_months")),
    )


def downgrade() -> None:
    """Take back."""
    op.drop_table("closed_months")
