"""Who of the helpdesk is there, and passwords that serve once.

Revision: 0014, on 0013.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "presence",
        sa.Column("account_id", sa.String(length=40), nullable=False),
        sa.Column("since", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["account_id"], ["staff.id"], name=op.f("fk_presence_account_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("account_id", name=op.f("pk_presence")),
    )

    op.add_column(
        "staff",
        sa.Column(
            "password_once",
            sa.Boolean(),
            nullable=False,
            server_default=sa.false(),
            comment="made by a manager: to be changed before anything else",
        ),
    )


def downgrade() -> None:
    """Take back."""
    with op.batch_alter_table("staff") as table:
        table.drop_column("password_once")
    op.drop_table("presence")
