"""The head of the audit log gets a seal with the key of the log, so that a cut at either end is seen.

Revision: 0026, on 0025. The database does not hold the key: the first line that is written seals the head.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0026"
down_revision = "0025"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column(
        "audit_head",
        sa.Column(
            "seal",
            sa.String(length=64),
            nullable=True,
            comment="HMAC-SHA-256 of this row, hexadecimal; null until the first line after an update",
        ),
    )


def downgrade() -> None:
    """Take back."""
    op.drop_column("audit_head", "seal")
