"""What the helpdesk does outside its office: visits, outreach and events, as counted facts.

Revision: 0019, on 0017.
"""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import sqlalchemy as sa
from alembic import op

revision = "0019"
down_revision = "0017"
branch_labels = None
depends_on = None

_BRUSSELS = ZoneInfo("Europe/Brussels")


def upgrade() -> None:
    """Apply."""
    op.create_table(
        "events",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("kind", sa.String(length=20), nullable=False, comment="key of EventKind"),
        sa.Column("topic", sa.String(length=40), nullable=True, comment="id in the catalogue"),
        sa.Column("held_on", sa.Date(), nullable=False, comment="day in Belgium"),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_events")),
    )
    with op.batch_alter_table("events", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_events_held_on"), ["held_on"], unique=False)

    op.create_table(
        "outreach",
        sa.Column("id", sa.String(length=40), nullable=False),
        sa.Column("municipality", sa.String(length=5), nullable=False, comment="NIS code"),
        sa.Column("status", sa.String(length=20), nullable=False, comment="key of OutreachStatus"),
        sa.Column(
            "channel", sa.String(length=20), nullable=True, comment="key of Channel, when contacted"
        ),
        sa.Column(
            "ground", sa.String(length=20), nullable=True, comment="key of Ground, when told"
        ),
        sa.Column(
            "reason", sa.String(length=20), nullable=True, comment="key of Obstacle, when not yet"
        ),
        sa.Column(
            "on_day",
            sa.Date(),
            nullable=False,
            comment="day in Belgium: of the contact, or of noting the rest",
        ),
        sa.Column(
            "planned_for", sa.Date(), nullable=True, comment="day that is aimed at, when planned"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_outreach")),
    )
    with op.batch_alter_table("outreach", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_outreach_municipality"), ["municipality"], unique=False
        )
        batch_op.create_index(batch_op.f("ix_outreach_on_day"), ["on_day"], unique=False)

    op.create_table(
        "event_openings",
        sa.Column("event_id", sa.String(length=40), nullable=False),
        sa.Column("audience", sa.String(length=20), nullable=False, comment="key of Audience"),
        sa.ForeignKeyConstraint(
            ["event_id"], ["events.id"], name=op.f("fk_event_openings_event_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("event_id", "audience", name=op.f("pk_event_openings")),
    )
    op.create_table(
        "event_participants",
        sa.Column("id", sa.Integer(), nullable=False),
        sa.Column("event_id", sa.String(length=40), nullable=False),
        sa.Column(
            "municipality",
            sa.String(length=5),
            nullable=True,
            comment="NIS code; null when unknown or of no municipality",
        ),
        sa.Column("audience", sa.String(length=20), nullable=False, comment="key of Audience"),
        sa.Column("number", sa.Integer(), nullable=False, comment="people"),
        sa.ForeignKeyConstraint(
            ["event_id"],
            ["events.id"],
            name=op.f("fk_event_participants_event_id"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_event_participants")),
    )
    with op.batch_alter_table("event_participants", schema=None) as batch_op:
        batch_op.create_index(
            batch_op.f("ix_event_participants_event_id"), ["event_id"], unique=False
        )

    op.create_table(
        "visits",
        sa.Column(
            "id",
            sa.String(length=40),
            nullable=False,
            comment="id of the request in a conversation that it came from, or its own",
        ),
        sa.Column(
            "contact_id",
            sa.String(length=40),
            nullable=True,
            comment="counted contact in which it was asked; null when a colleague registered it",
        ),
        sa.Column(
            "municipality",
            sa.String(length=5),
            nullable=True,
            comment="NIS code; null when unknown",
        ),
        sa.Column("initiative", sa.String(length=10), nullable=False, comment="key of Initiative"),
        sa.Column(
            "ground",
            sa.String(length=20),
            nullable=True,
            comment="key of Ground, for an initiative of ours",
        ),
        sa.Column("topic", sa.String(length=40), nullable=True, comment="id in the catalogue"),
        sa.Column(
            "nature",
            sa.String(length=40),
            nullable=True,
            comment="nature of the topic when registered",
        ),
        sa.Column("status", sa.String(length=10), nullable=False, comment="key of Status"),
        sa.Column(
            "reason",
            sa.String(length=20),
            nullable=True,
            comment="key of Refusal, when refused and told",
        ),
        sa.Column(
            "opened_on", sa.Date(), nullable=False, comment="day in Belgium: asked or offered"
        ),
        sa.Column("planned_for", sa.Date(), nullable=True, comment="day that was agreed"),
        sa.Column(
            "settled_on", sa.Date(), nullable=True, comment="day of the visit, or of the refusal"
        ),
        sa.ForeignKeyConstraint(
            ["contact_id"], ["contacts.id"], name=op.f("fk_visits_contact_id"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_visits")),
    )
    with op.batch_alter_table("visits", schema=None) as batch_op:
        batch_op.create_index(batch_op.f("ix_visits_contact_id"), ["contact_id"], unique=False)
        batch_op.create_index(batch_op.f("ix_visits_opened_on"), ["opened_on"], unique=False)
        batch_op.create_index(batch_op.f("ix_visits_settled_on"), ["settled_on"], unique=False)

    _count_requested_visits()


def _count_requested_visits() -> None:
    """Visits that were asked in a conversation before they were counted; the text of their reason stays behind."""
    requests = sa.table(
        "requests",
        sa.column("id", sa.String),
        sa.column("kind", sa.String),
        sa.column("contact_id", sa.String),
        sa.column("municipality", sa.String),
        sa.column("initiative", sa.String),
        sa.column("topic", sa.String),
        sa.column("nature", sa.String),
        sa.column("status", sa.String),
        sa.column("opened_at", sa.DateTime),
        sa.column("closed_at", sa.DateTime),
    )
    copied = ("id", "contact_id", "municipality", "initiative", "topic", "nature", "status")
    visits = sa.table(
        "visits",
        *(sa.column(name, sa.String) for name in copied),
        sa.column("opened_on", sa.Date),
        sa.column("settled_on", sa.Date),
    )
    found = op.get_bind().execute(sa.select(requests).where(requests.c.kind == "plaatsbezoek"))
    op.bulk_insert(
        visits,
        [
            {
                **{name: one[name] for name in copied},
                "opened_on": _day(one["opened_at"]),
                "settled_on": None if one["closed_at"] is None else _day(one["closed_at"]),
            }
            for one in found.mappings()
        ],
    )


def _day(at: datetime) -> date:
    return at.replace(tzinfo=UTC).astimezone(_BRUSSELS).date()


def downgrade() -> None:
    """Take back."""
    with op.batch_alter_table("visits", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_visits_settled_on"))
        batch_op.drop_index(batch_op.f("ix_visits_opened_on"))
        batch_op.drop_index(batch_op.f("ix_visits_contact_id"))

    op.drop_table("visits")
    with op.batch_alter_table("event_participants", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_event_participants_event_id"))

    op.drop_table("event_participants")
    op.drop_table("event_openings")
    with op.batch_alter_table("outreach", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_outreach_on_day"))
        batch_op.drop_index(batch_op.f("ix_outreach_municipality"))

    op.drop_table("outreach")
    with op.batch_alter_table("events", schema=None) as batch_op:
        batch_op.drop_index(batch_op.f("ix_events_held_on"))

    op.drop_table("events")
