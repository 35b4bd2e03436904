"""The log, the sites and the counted facts.

Revision: 0001, the first.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "contacts",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("channel", sa.String(length=20), nullable=False, comment="key of Channel"),
        sa.Column(
            "audience",
            sa.String(length=20),
            nullable=False,
            comment="key of Audience; onbekend until told",
        ),
        sa.Column(
            "municipality",
            sa.String(length=5),
            nullable=True,
            comment="NIS code; null when unknown",
        ),
        sa.Column(
            "site", sa.String(length=40), nullable=True, comment="site whose widget was used"
        ),
        sa.Column(
            "opened_at", sa.DateTime(), nullable=False, comment="first message of the asker, UTC"
        ),
        sa.Column("test", sa.Boolean(), nullable=False, comment="test conversations never count"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_contacts")),
    )
    with op.batch_alter_table("contacts", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_contacts_opened_at"), ["opened_at"], unique=False)

    op.create_table(
        "conversations",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column(
            "token_hash",
            sa.String(length=64),
            nullable=False,
            comment="SHA-256 of the secret token, hexadecimal",
        ),
        sa.Column("site", sa.String(length=40), nullable=True),
        sa.Column(
            "municipality",
            sa.String(length=5),
            nullable=True,
            comment="NIS code that the site gave",
        ),
        sa.Column("state", sa.String(length=10), nullable=False, comment="key of State"),
        sa.Column("last_seq", sa.Integer(), nullable=False, comment="number of the newest entry"),
        sa.Column(
            "dialogue", sa.JSON(), nullable=False, comment="bounded dialogue state of the engine"
        ),
        sa.Column(
            "contact_id",
            sa.String(length=40),
            nullable=True,
            comment="counted contact, from the first message on",
        ),
        sa.Column("opened_at", sa.DateTime(), nullable=False),
        sa.Column("changed_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_conversations")),
    )
    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_conversations_changed_at"), ["changed_at"], unique=False
        )

    op.create_table(
        "sites",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("origins", sa.JSON(), nullable=False, comment="origins for CSP frame-ancestors"),
        sa.Column(
            "municipality", sa.String(length=5), nullable=True, comment="NIS code of its visitors"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_sites")),
    )
    op.create_table(
        "entries",
        sa.Column("conversation_id", sa.String(length=40), nullable=False),
        sa.Column(
            "seq", sa.Integer(), nullable=False, comment="1, 2, 3 … without gaps in a conversation"
        ),
        sa.Column("sender", sa.String(length=10), nullable=False, comment="key of Sender"),
        sa.Column(
            "text", sa.Text(), nullable=True, comment="clean text of a visitor or a colleague"
        ),
        sa.Column("reply", sa.JSON(none_as_null=True), nullable=True, comment="reply as data"),
        sa.Column(
            "state", sa.String(length=10), nullable=True, comment="new state, when it changed here"
        ),
        sa.Column(
            "client_id",
            sa.String(length=64),
            nullable=True,
            comment="given by the sender; makes a retry harmless",
        ),
        sa.Column(
            "choice", sa.String(length=80), nullable=True, comment="the quick reply that was picked"
        ),
        sa.Column("unanswered", sa.Boolean(), nullable=False, comment="waits for the engine"),
        sa.Column(
            "alarmed",
            sa.Boolean(),
            nullable=False,
            comment="the safety card went out before the engine saw it",
        ),
        sa.Column("attempts", sa.Integer(), nullable=False, comment="times an engine failed on it"),
        sa.Column(
            "useful", sa.Boolean(), nullable=True, comment="the visitor's verdict on a reply"
        ),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["conversation_id"],
            ["conversations.id"],
            name=op.f("fk_entries_conversation_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("conversation_id", "seq", name=op.f("pk_entries")),
        sa.UniqueConstraint(
            "conversation_id", "client_id", name=op.f("uq_entries_conversation_id_client_id")
        ),
    )
    with op.batch_alter_table("entries", schema=None) as batch_op:
        batch_op.create_index(
            "ix_entries_unanswered",
            ["unanswered"],
            unique=False,
            sqlite_where=sa.text("unanswered"),
            postgresql_where=sa.text("unanswered"),
        )

    op.create_table(
        "outcomes",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.String(length=40), nullable=False),
        sa.Column("outcome", sa.String(length=20), nullable=False, comment="key of Outcome"),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contacts.id"], name=op.f("fk_outcomes_contact_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outcomes")),
    )
    with op.batch_alter_table("outcomes", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_outcomes_at"), ["at"], unique=False)
        batch_op.create_index(batch_op.f("ix_outcomes_contact_id"), ["contact_id"], unique=False)

    op.create_table(
        "questions",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("contact_id", sa.String(length=40), nullable=False),
        sa.Column("topic", sa.String(length=40), nullable=False, comment="id in the catalogue"),
        sa.Column("asked_at", sa.DateTime(), nullable=False, comment="first asked, UTC"),
        sa.Column(
            "useful", sa.Boolean(), nullable=True, comment="the visitor's verdict on the answer"
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"],
            ["contacts.id"],
            name=op.f("fk_questions_contact_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_questions")),
        sa.UniqueConstraint("contact_id", "topic", name=op.f("uq_questions_contact_id_topic")),
    )
    with op.batch_alter_table("questions", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_questions_asked_at"), ["asked_at"], unique=False)
        batch_op.create_index(batch_op.f("ix_questions_contact_id"), ["contact_id"], unique=False)

    op.create_table(
        "referrals",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("question_id", sa.Integer(), nullable=False),
        sa.Column(
            "contact",
            sa.String(length=40),
            nullable=False,
            comment="id of a file in knowledge/contacts",
        ),
        sa.Column(
            "referral_group",
            sa.String(length=20),
            nullable=False,
            comment="key of ReferralGroup when given",
        ),
        sa.Column("given_by", sa.String(length=10), nullable=False, comment="bot or staff"),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["question_id"],
            ["questions.id"],
            name=op.f("fk_referrals_question_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_referrals")),
        sa.UniqueConstraint(
            "question_id", "contact", name=op.f("uq_referrals_question_id_contact")
        ),
    )
    with op.batch_alter_table("referrals", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_referrals_question_id"), ["question_id"], unique=False)


def downgrade() -> None:
    """Take back."""
    with op.batch_alter_table("referrals", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_referrals_question_id"))

    op.drop_table("referrals")
    with op.batch_alter_table("questions", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_questions_contact_id"))
        batch_op.drop_index(batch_op.f("ix_questions_asked_at"))

    op.drop_table("questions")
    with op.batch_alter_table("outcomes", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_outcomes_contact_id"))
        batch_op.drop_index(batch_op.f("ix_outcomes_at"))

    op.drop_table("outcomes")
    with op.batch_alter_table("entries", schema=None) as batch_op:
        batch_op.drop_index(
            "ix_entries_unanswered",
            sqlite_where=sa.text("unanswered"),
            postgresql_where=sa.text("unanswered"),
        )

    op.drop_table("entries")
    op.drop_table("sites")
    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_conversations_changed_at"))

    op.drop_table("conversations")
    with op.batch_alter_table("contacts", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_contacts_opened_at"))

    op.drop_table("contacts")
