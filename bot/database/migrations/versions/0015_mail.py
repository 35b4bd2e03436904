"""The outbox of mail to the helpdesk.

Revision: 0015, on 0014.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0015"
down_revision = "0014"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "outgoing_mail",
        sa.Column("id", sa.String(40), nullable=False, comment="also names its Message-ID"),
        sa.Column("kind", sa.String(10), nullable=False, comment="key of MailKind"),
        sa.Column("recipient", sa.String(254), nullable=False, comment="address of the helpdesk"),
        sa.Column("conversation_id", sa.String(40), nullable=True),
        sa.Column("request_id", sa.String(40), nullable=True),
        sa.Column("queued_at", sa.DateTime(), nullable=False),
        sa.Column(
            "due_at",
            sa.DateTime(),
            nullable=True,
            comment="next try, also after a crash; null once sent or given up",
        ),
        sa.Column("holder", sa.String(40), nullable=True, comment="the try that sends it now"),
        sa.Column("attempts", sa.Integer(), nullable=False, comment="tries that began"),
        sa.Column("sent_at", sa.DateTime(), nullable=True, comment="the server accepted it"),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name=op.f("fk_outgoing_mail_conversation_id"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["request_id"],
            ["requests.id"],
            name=op.f("fk_outgoing_mail_request_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outgoing_mail")),
    )
    for column in ("conversation_id", "request_id", "due_at"):
        op.create_index(op.f(f"ix_outgoing_mail_{column}"), "outgoing_mail", [column])


def downgrade() -> None:
    """Undo."""
    op.drop_table("outgoing_mail")
