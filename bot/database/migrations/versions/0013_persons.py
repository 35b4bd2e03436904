"""The persons of a conversation, as keyed hashes, so that [PERSOON-1] stays the same person.

Revision: 0013, on 0012.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.add_column(
            sa.Column(
                "persons",
                sa.JSON(none_as_null=True),
                nullable=True,
                comment="keyed hashes of names by number of [PERSOON-n]; the key is not kept",
            )
        )


def downgrade() -> None:
    """Undo."""
    with op.batch_alter_table("conversations", schema=None) as batch_op:
        batch_op.drop_column("persons")
