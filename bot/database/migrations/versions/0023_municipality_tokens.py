"""Codes with which a municipality reads its own figures.

Revision: 0023, on 0022.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0023"
down_revision = "0022"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "municipality_tokens",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("municipality", sa.String(length=5), nullable=False, comment="NIS code"),
        sa.Column(
            "token_hash",
            sa.String(length=64),
            nullable=False,
            comment="SHA-256 of the code, hexadecimal",
        ),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.Column("revoked_at", sa.DateTime(), nullable=True),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_municipality_tokens")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_municipality_tokens_token_hash")),
    )


def downgrade() -> None:
    """Take back."""
    op.drop_table("municipality_tokens")
