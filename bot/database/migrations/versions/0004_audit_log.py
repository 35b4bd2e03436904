"""The audit log, append-only by triggers.

Revision: 0004, on 0003.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_SQLITE = (
    """CREATE TRIGGER audit_log_unchanged BEFORE UPDATE ON audit_log
    BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END""",
    """CREATE TRIGGER audit_log_kept BEFORE DELETE ON audit_log
    WHEN OLD.seq >= (SELECT kept_from FROM audit_head WHERE id = 1)
    BEGIN SELECT RAISE(ABORT, 'the audit log is append-only'); END""",
)
_POSTGRESQL = (
    """CREATE FUNCTION audit_log_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
        IF TG_OP = 'DELETE' AND OLD.seq < (SELECT kept_from FROM audit_head WHERE id = 1) THEN
            RETURN OLD;
        END IF;
        RAISE EXCEPTION 'the audit log is append-only';
    END $$""",
    """CREATE TRIGGER audit_log_append_only BEFORE UPDATE OR DELETE ON audit_log
    FOR EACH ROW EXECUTE FUNCTION audit_log_append_only()""",
)


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "audit_log",
        sa.Column(
            "seq",
            sa.Integer(),
            autoincrement=False,
            nullable=False,
            comment="1, 2, 3 … without gaps",
        ),
        sa.Column("at", sa.DateTime(), nullable=False),
        sa.Column(
            "actor",
            sa.String(length=60),
            nullable=False,
            comment="id of a staff account, or opdrachtregel, or systeem",
        ),
        sa.Column("act", sa.String(length=20), nullable=False, comment="key of Act"),
        sa.Column(
            "object",
            sa.String(length=80),
            nullable=True,
            comment="kind and id of what it was done to",
        ),
        sa.Column("allowed", sa.Boolean(), nullable=False, comment="false when it was refused"),
        sa.Column(
            "link",
            sa.String(length=64),
            nullable=False,
            comment="HMAC-SHA-256 of the link before and this line, hexadecimal",
        ),
        sa.PrimaryKeyConstraint("seq", name=op.f("pk_audit_log")),
    )
    op.create_table(
        "audit_head",
        sa.Column("id", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("seq", sa.Integer(), nullable=False, comment="number of the newest line"),
        sa.Column("link", sa.String(length=64), nullable=False, comment="link of the newest line"),
        sa.Column(
            "kept_from",
            sa.Integer(),
            nullable=False,
            comment="number of the oldest line that is kept",
        ),
        sa.Column(
            "kept_link", sa.String(length=64), nullable=False, comment="link before the oldest line"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_audit_head")),
    )
    for statement in _SQLITE if op.get_bind().dialect.name == "sqlite" else _POSTGRESQL:
        op.execute(statement)


def downgrade() -> None:
    """Take back."""
    op.drop_table("audit_log")
    op.drop_table("audit_head")
    if op.get_bind().dialect.name != "sqlite":
        op.execute("DROP FUNCTION audit_log_append_only()")
