"""Accounts of the helpdesk, their sessions, and failed logins.

Revision: 0010, on 0004.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0004"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "staff",
        sa.Column(
            "id",
            sa.String(length=40),
            nullable=False,
            comment="random; also stands in the audit log",
        ),
        sa.Column(
            "login",
            sa.String(length=80),
            nullable=False,
            comment="name or address to log in with, lower case",
        ),
        sa.Column(
            "name",
            sa.String(length=80),
            nullable=False,
            comment="as visitors and colleagues see it",
        ),
        sa.Column("role", sa.String(length=20), nullable=False, comment="key of Role"),
        sa.Column(
            "password",
            sa.String(length=200),
            nullable=True,
            comment="argon2id hash; null when only the organisation's login opens it",
        ),
        sa.Column(
            "subject",
            sa.String(length=255),
            nullable=True,
            comment="subject at the OpenID Connect provider",
        ),
        sa.Column("disabled", sa.Boolean(), nullable=False),
        sa.Column("created_at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_staff")),
        sa.UniqueConstraint("login", name=op.f("uq_staff_login")),
        sa.UniqueConstraint("subject", name=op.f("uq_staff_subject")),
    )
    op.create_table(
        "staff_sessions",
        sa.Column(
            "token_hash",
            sa.String(length=64),
            nullable=False,
            comment="SHA-256 of the secret in the cookie, hexadecimal",
        ),
        sa.Column("account_id", sa.String(length=40), nullable=False),
        sa.Column("opened_at", sa.DateTime(), nullable=False),
        sa.Column("seen_at", sa.DateTime(), nullable=False, comment="last request, to the minute"),
        sa.ForeignKeyConstraint(
            ["account_id"],
            ["staff.id"],
            name=op.f("fk_staff_sessions_account_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_staff_sessions")),
    )
    op.create_index(op.f("ix_staff_sessions_account_id"), "staff_sessions", ["account_id"])
    op.create_table(
        "login_attempts",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column(
            "key",
            sa.String(length=64),
            nullable=False,
            comment="SHA-256 of the login or of the address it came from",
        ),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_login_attempts")),
    )
    op.create_index("ix_login_attempts_key_at", "login_attempts", ["key", "at"])


def downgrade() -> None:
    """Take back."""
    for table in ("login_attempts", "staff_sessions", "staff"):
        op.drop_table(table)
