"""What a site chooses for its own visitors: title, colours, start questions, pages, office hours.

Revision: 0022, on 0021.
"""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Apply."""
    op.add_column(
        "sites",
        sa.Column(
            "look",
            sa.JSON(none_as_null=True),
            nullable=True,
            comment="what the site chose (bot.sites.look); null: as usual",
        ),
    )
    op.add_column(
        "sites",
        sa.Column(
            "hours",
            sa.JSON(none_as_null=True),
            nullable=True,
            comment="its own office hours by day (bot.sites.hours)",
        ),
    )


def downgrade() -> None:
    """Take back."""
    with op.batch_alter_table("sites") as table:
        table.drop_column("hours")
        table.drop_column("look")
