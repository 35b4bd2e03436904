"""The outbox of e-mail, and whether contact details hold an e-mail address.

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
        sa.Column("state", sa.String(10), nullable=False, comment="key of MailState"),
        sa.Column(
            "recipient",
            sa.String(254),
            nullable=True,
            comment="address of the helpdesk; null for a visitor",
        ),
        sa.Column("conversation_id", sa.String(40), nullable=True),
        sa.Column("request_id", sa.String(40), nullable=True),
        sa.Column("key_id", sa.String(20), nullable=True, comment="key that opens what is sealed"),
        sa.Column(
            "sealed",
            sa.LargeBinary(),
            nullable=True,
            comment="AES-256-GCM, bound to the id: address and clean text of an answer",
        ),
        sa.Column("queued_at", sa.DateTime(), nullable=False),
        sa.Column(
            "due_at",
            sa.DateTime(),
            nullable=True,
            comment="next try, also after a crash; null when none is to come",
        ),
        sa.Column("holder", sa.String(40), nullable=True, comment="the try that has it now"),
        sa.Column("attempts", sa.Integer(), nullable=False, comment="tries that began"),
        sa.Column(
            "problem",
            sa.String(120),
            nullable=True,
            comment="why the last try failed, in our words",
        ),
        sa.Column(
            "handed_at", sa.DateTime(), nullable=True, comment="its content went to the server"
        ),
        sa.Column("sent_at", sa.DateTime(), nullable=True, comment="the server accepted it"),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name=op.f("fk_outgoing_mail_conversation_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["request_id"],
            ["requests.id"],
            name=op.f("fk_outgoing_mail_request_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outgoing_mail")),
    )
    for column in ("state", "conversation_id", "request_id", "due_at"):
        op.create_index(op.f(f"ix_outgoing_mail_{column}"), "outgoing_mail", [column])
    op.add_column(
        "contact_details",
        sa.Column(
            "email",
            sa.Boolean(),
            nullable=False,
            server_default=sa.true(),
            comment="whether an e-mail address is among them; true also when not known",
        ),
    )


def downgrade() -> None:
    """Take back."""
    with op.batch_alter_table("contact_details") as table:
        table.drop_column("email")
    op.drop_table("outgoing_mail")
