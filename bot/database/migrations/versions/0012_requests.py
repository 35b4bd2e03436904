"""Requests to the helpdesk, and the sealed contact details that belong to them.

Revision: 0012, on 0011.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "requests",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False, comment="key of RequestKind"),
        sa.Column(
            "contact_id",
            sa.String(length=40),
            nullable=True,
            comment="counted contact in which it was made",
        ),
        sa.Column(
            "conversation_id",
            sa.String(length=40),
            nullable=True,
            comment="null once the conversation is erased",
        ),
        sa.Column("municipality", sa.String(length=5), nullable=True, comment="NIS code"),
        sa.Column("topic", sa.String(length=40), nullable=True, comment="id in the catalogue"),
        sa.Column(
            "subject",
            sa.String(length=200),
            nullable=True,
            comment="clean text, when the asker typed the subject",
        ),
        sa.Column("nature", sa.String(length=40), nullable=True, comment="nature of the topic"),
        sa.Column(
            "period",
            sa.String(length=100),
            nullable=True,
            comment="clean text: when it suits the asker",
        ),
        sa.Column(
            "function",
            sa.String(length=80),
            nullable=True,
            comment="clean text: the asker's own function",
        ),
        sa.Column("initiative", sa.String(length=10), nullable=False, comment="key of Initiative"),
        sa.Column("status", sa.String(length=10), nullable=False, comment="key of Status"),
        sa.Column(
            "reason",
            sa.String(length=200),
            nullable=True,
            comment="clean text: why it was not granted",
        ),
        sa.Column("opened_at", sa.DateTime(), nullable=False),
        sa.Column("closed_at", sa.DateTime(), nullable=True, comment="done or refused, UTC"),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contacts.id"],
            name=op.f("fk_requests_contact_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name=op.f("fk_requests_conversation_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_requests")),
    )
    with op.batch_alter_table("requests", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_requests_contact_id"), ["contact_id"], unique=False)
        batch_op.create_index(
            batch_op.f("ix_requests_conversation_id"), ["conversation_id"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_requests_opened_at"), ["opened_at"], unique=False)

    op.create_table(
        "contact_details",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column(
            "request_id",
            sa.String(length=40),
            nullable=True,
            comment="null until the form is submitted",
        ),
        sa.Column("conversation_id", sa.String(length=40), nullable=True),
        sa.Column(
            "seq", sa.Integer(), nullable=False, comment="number of the message that they came with"
        ),
        sa.Column(
            "phone",
            sa.Boolean(),
            nullable=False,
            comment="whether a telephone number is among them",
        ),
        sa.Column("key_id", sa.String(length=20), nullable=False, comment="key that opens them"),
        sa.Column(
            "sealed",
            sa.LargeBinary(),
            nullable=False,
            comment="AES-256-GCM: nonce and ciphertext, bound to the id",
        ),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name=op.f("fk_contact_details_conversation_id"),
            ondelete="SET NULL",
        ),
        sa.ForeignKeyConstraint(
            ["request_id"],
            ["requests.id"],
            name=op.f("fk_contact_details_request_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contact_details")),
    )
    with op.batch_alter_table("contact_details", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_contact_details_conversation_id"), ["conversation_id"], unique=False
        )
        batch_op.create_index(
            batch_op.f("ix_contact_details_request_id"), ["request_id"], unique=False
        )


def downgrade() -> None:
    """Take back."""
    with op.batch_alter_table("contact_details", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contact_details_request_id"))
        batch_op.drop_index(batch_op.f("ix_contact_details_conversation_id"))

    op.drop_table("contact_details")
    with op.batch_alter_table("requests", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_requests_opened_at"))
        batch_op.drop_index(batch_op.f("ix_requests_conversation_id"))
        batch_op.drop_index(batch_op.f("ix_requests_contact_id"))

    op.drop_table("requests")
