"""The organisation's login: an account belongs to a subject of one issuer, or waits for a verified e-mail address.

Revision: 0017, on 0014.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0017"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    with op.batch_alter_table("staff") as table:
        table.add_column(
            sa.Column(
                "issuer",
                sa.String(length=255),
                nullable=True,
                comment="OpenID Connect provider that the subject is of",
            )
        )
        table.add_column(
            sa.Column(
                "email",
                sa.String(length=254),
                nullable=True,
                comment="verified address that links at the first login, lower case",
            )
        )
        table.drop_constraint(op.f("uq_staff_subject"), type_="unique")
        table.create_unique_constraint(op.f("uq_staff_issuer"), ["issuer", "subject"])
        table.create_unique_constraint(op.f("uq_staff_email"), ["email"])
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
    with op.batch_alter_table("staff") as table:
        table.drop_constraint(op.f("uq_staff_email"), type_="unique")
        table.drop_constraint(op.f("uq_staff_issuer"), type_="unique")
        table.create_unique_constraint(op.f("uq_staff_subject"), ["subject"])
        table.drop_column("email")
        table.drop_column("issuer")
