"""Proposals from a mailbox that was read.

Revision: 0020, on 0015.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0020"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "mail_proposals",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("state", sa.String(length=12), nullable=False, comment="key of ProposalState"),
        sa.Column(
            "opened_at", sa.DateTime(), nullable=False, comment="first mail of the asker, UTC"
        ),
        sa.Column(
            "date_known",
            sa.Boolean(),
            nullable=False,
            comment="false when no mail told its date: opened_at is then the moment of reading",
        ),
        sa.Column("audience", sa.String(length=20), nullable=False, comment="key of Audience"),
        sa.Column(
            "municipality",
            sa.String(length=5),
            nullable=True,
            comment="NIS code, by the sender's domain; null when unknown",
        ),
        sa.Column(
            "decision", sa.String(length=20), nullable=False, comment="what the model decided"
        ),
        sa.Column("topics", sa.JSON(), nullable=False, comment="ids in the catalogue, in order"),
        sa.Column(
            "referrals",
            sa.JSON(),
            nullable=False,
            comment="ids of contacts that an answer in the thread refers to",
        ),
        sa.Column(
            "answered",
            sa.Boolean(),
            nullable=False,
            comment="whether an answer of ours is in the thread",
        ),
        sa.Column("messages", sa.Integer(), nullable=False, comment="mails of askers in it"),
        sa.Column(
            "attachments",
            sa.Integer(),
            nullable=False,
            comment="how many came along; none is kept",
        ),
        sa.Column(
            "text",
            sa.Text(),
            nullable=True,
            comment="clean text; null once its time is over or the proposal was settled",
        ),
        sa.Column("read_at", sa.DateTime(), nullable=False, comment="when it was read"),
        sa.Column(
            "contact_id",
            sa.String(length=40),
            nullable=True,
            comment="the contact it was counted as, or that it adds questions to",
        ),
        sa.Column(
            "corrected",
            sa.Boolean(),
            nullable=False,
            comment="accepted with another topic, asker or referral than proposed",
        ),
        sa.Column("settled_at", sa.DateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contacts.id"],
            name=op.f("fk_mail_proposals_contact_id"),
            ondelete="SET NULL",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_mail_proposals")),
    )
    op.create_index(op.f("ix_mail_proposals_state"), "mail_proposals", ["state"])
    op.create_index(op.f("ix_mail_proposals_read_at"), "mail_proposals", ["read_at"])
    op.create_table(
        "mail_known",
        sa.Column(
            "hash",
            sa.String(length=64),
            nullable=False,
            comment="HMAC-SHA-256, hexadecimal, with a key outside the database",
        ),
        sa.Column("proposal_id", sa.String(length=40), nullable=False),
        sa.Column(
            "seen_at",
            sa.DateTime(),
            nullable=False,
            comment="date of the mail, else of reading it",
        ),
        sa.ForeignKeyConstraint(
            ["proposal_id"],
            ["mail_proposals.id"],
            name=op.f("fk_mail_known_proposal_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("hash", name=op.f("pk_mail_known")),
    )
    op.create_index(op.f("ix_mail_known_proposal_id"), "mail_known", ["proposal_id"])


def downgrade() -> None:
    """Take back."""
    op.drop_table("mail_known")
    op.drop_table("mail_proposals")
