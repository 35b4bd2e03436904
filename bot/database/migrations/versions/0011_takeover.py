"""Who waits and who has a conversation, notes of colleagues, and how waits ended.

Revision: 0011, on 0010.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    with op.batch_alter_table("conversations") as table:
        table.add_column(
            sa.Column(
                "waiting_since",
                sa.DateTime(),
                nullable=True,
                comment="when a person was asked for; null when nobody waits",
            )
        )
        table.add_column(
            sa.Column(
                "claimed_by",
                sa.String(length=40),
                nullable=True,
                comment="id of the colleague who has it; null in every state but staff",
            )
        )
        table.create_index(op.f("ix_conversations_waiting_since"), ["waiting_since"])
    op.create_table(
        "notes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("conversation_id", sa.String(length=40), nullable=False),
        sa.Column("author", sa.String(length=40), nullable=False, comment="id of the colleague"),
        sa.Column("text", sa.Text(), nullable=False, comment="clean text"),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name=op.f("fk_notes_conversation_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_notes")),
    )
    op.create_index(op.f("ix_notes_conversation_id"), "notes", ["conversation_id"])
    op.create_table(
        "handovers",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "contact_id",
            sa.String(length=40),
            nullable=True,
            comment="null when a person was asked for before anything else",
        ),
        sa.Column("asked_at", sa.DateTime(), nullable=False),
        sa.Column(
            "claimed_at",
            sa.DateTime(),
            nullable=True,
            comment="when a colleague came; null when none did",
        ),
        sa.Column("ended_at", sa.DateTime(), nullable=True),
        sa.Column("ended_as", sa.String(length=20), nullable=True, comment="key of HandoverEnd"),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contacts.id"],
            name=op.f("fk_handovers_contact_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_handovers")),
    )
    op.create_index(op.f("ix_handovers_contact_id"), "handovers", ["contact_id"])
    op.create_index(op.f("ix_handovers_asked_at"), "handovers", ["asked_at"])


def downgrade() -> None:
    """Take back."""
    op.drop_table("handovers")
    op.drop_table("notes")
    with op.batch_alter_table("conversations") as table:
        table.drop_index(op.f("ix_conversations_waiting_since"))
        table.drop_column("claimed_by")
        table.drop_column("waiting_since")
