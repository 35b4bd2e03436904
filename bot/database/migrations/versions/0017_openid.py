"""The organisation's login: an account belongs to a subject of one issuer, or waits for a verified e-mail address.

Revision: 0017, on 0020.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column(
        "staff",
        sa.Column(
            "issuer",
            sa.String(length=255),
            nullable=True,
            comment="OpenID Connect provider that the subject is of",
        ),
    )
    op.add_column(
        "staff",
        sa.Column(
            "email",
            sa.String(length=254),
            nullable=True,
            comment="verified address that links at the first login, lower case",
        ),
    )
    op.create_index("ix_staff_email", "staff", ["email"], unique=True)
    op.add_column(
        "staff_sessions",
        sa.Column(
            "by_openid",
            sa.Boolean(),
            nullable=False,
            server_default=sa.false(),
            comment="opened by the organisation's login, not by a password",
        ),
    )


def downgrade() -> None:
    """Take back."""
    with op.batch_alter_table("staff_sessions") as table:
        table.drop_column("by_openid")
    op.drop_index("ix_staff_email", "staff")
    with op.batch_alter_table("staff") as table:
        table.drop_column("email")
        table.drop_column("issuer")
