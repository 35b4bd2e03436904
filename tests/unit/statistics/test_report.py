"""Figures on histories made by hand."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest
from sqlalchemy import func
from sqlalchemy.orm import Session

from bot.knowledge.catalogue import Audience
from bot.knowledge.library import Library
from bot.registration.models import Channel, Outcome, QuestionRecord
from bot.statistics import counting, measure, measures, report
from bot.statistics.periods import Month
from bot.statistics.report import FiguresDisagree, Report, build
from tests.common.registration import NOON, add_contact, add_question

MADE = datetime(2026, 12, 1, 8, 5, tzinfo=UTC)


def figures(session: Session, library: Library, month: Month = Month(2026, 11)) -> Report:  # noqa: B008
    return build(session, library, month, made_at=MADE)


def counts(made: Report, table: str) -> dict[str, int]:
    return {row["id"]: row["count"] for row in made["tables"][table] if row["count"]}


def test_the_report_keeps_its_contract(session: Session, library: Library):
    made = figures(session, library)
    assert list(made) == [
        *("month", "made_at", "period", "totals", "tables", "definitions"),
        *("durations", "movers", "overdue"),
    ]
    assert made["month"] == "2026-11"
    assert made["made_at"] == "2026-12-01T09:05:00+01:00"
    assert made["period"] == {"from": "2026-11-01", "to": "2026-11-30"}
    assert list(made["totals"]) == ["contacts", "questions", "referred"]
    assert set(made["tables"]) == {
        *("channels", "audiences", "natures", "samples", "topics"),
        *("referral_groups", "referral_contacts", "provinces", "municipalities", "outcomes"),
        *("days", "usefulness", "handovers"),
    }
    assert made["definitions"].keys() == made["tables"].keys()


def test_a_month_without_contacts_has_rows_of_zero_without_a_share(
    session: Session, library: Library
):
    made = figures(session, library)
    assert made["totals"] == {"contacts": 0, "questions": 0, "referred": 0}
    lengths = {table: len(rows) for table, rows in made["tables"].items()}
    assert lengths == {
        **{"channels": 4, "audiences": 12, "natures": 9, "samples": 9, "topics": 0},
        **{"referral_groups": 6, "referral_contacts": 0, "provinces": 6, "municipalities": 1},
        **{"outcomes": 10, "days": 30, "usefulness": 6, "handovers": 4},
    }
    rows = [row for table in made["tables"].values() for row in table]
    assert all((row["count"], row["base"], row["share"]) == (0, 0, None) for row in rows)


def test_each_contact_counts_once_by_channel_audience_and_municipality(
    session: Session, library: Library
):
    add_contact(session, channel=Channel.EMAIL, audience=Audience.OCMW, municipality="44021")
    add_contact(session, channel=Channel.EMAIL, audience=Audience.GEMEENTE, municipality="44021")
    add_contact(session, channel=Channel.TELEFOON)
    made = figures(session, library)
    assert made["totals"]["contacts"] == 3
    assert counts(made, "channels") == {"email": 2, "telefoon": 1}
    assert counts(made, "audiences") == {"gemeente": 1, "ocmw": 1, "onbekend": 1}
    assert made["tables"]["municipalities"] == [
        {"id": "44021", "label": "Gent", "count": 2, "base": 3, "share": 0.6667},
        {"id": "onbekend", "label": "Onbekend", "count": 1, "base": 3, "share": 0.3333},
    ]


def test_the_same_topic_twice_in_a_contact_is_one_question(session: Session, library: Library):
    contact = add_contact(session, questions=["ocad"])
    add_question(session, contact, "ocad", contacts=library.contacts)
    add_contact(session, questions=["ocad"])
    made = figures(session, library)
    assert made["totals"]["questions"] == 2
    assert made["tables"]["topics"] == [
        {"id": "ocad", "label": "OCAD", "count": 2, "base": 2, "share": 1.0}
    ]


def test_a_question_counts_by_the_nature_and_sample_of_its_topic(
    session: Session, library: Library
):
    add_contact(session, questions=["ocad", "casemanager", "livc"])
    made = figures(session, library)
    assert counts(made, "natures") == {"algemeen": 1, "andere_gemeenten": 1, "informatie": 1}
    assert counts(made, "samples") == {"lokaal_beleid": 2, "andere": 1}


def test_fixed_rows_keep_the_order_of_the_catalogue(session: Session, library: Library):
    add_contact(session, questions=["polarisering"])
    tables = figures(session, library)["tables"]
    assert [row["id"] for row in tables["natures"]] == list(library.catalogue.natures)
    assert [row["id"] for row in tables["samples"]] == list(library.catalogue.samples)
    assert [row["id"] for row in tables["audiences"]] == [one.value for one in Audience]
    assert [row["id"] for row in tables["outcomes"]] == [one.value for one in Outcome]


def test_other_rows_go_by_count_and_then_by_label(session: Session, library: Library):
    for topics in (["ocad", "cijfers", "livc"], ["livc"]):
        add_contact(session, questions=topics)
    labels = [row["label"] for row in figures(session, library)["tables"]["topics"]]
    assert labels == ["LIVC R", "Cijfers", "OCAD"]


def test_test_contacts_never_count(session: Session, library: Library):
    contact = add_contact(session, test=True, municipality="44021", outcomes=[Outcome.ANSWERED])
    add_question(
        session, contact, "theologische_hulplijn", refer_to=["abb"], contacts=library.contacts
    )
    made = figures(session, library)
    assert made["totals"] == {"contacts": 0, "questions": 0, "referred": 0}
    assert all(row["count"] == 0 for table in made["tables"].values() for row in table)


def test_a_question_with_two_groups_counts_in_each_and_is_one_referred_question(
    session: Session, library: Library
):
    contact = add_contact(session, questions=["ocad"])
    add_question(
        session, contact, "experts", refer_to=["abb", "vvsg_vorming"], contacts=library.contacts
    )
    made = figures(session, library)
    assert made["totals"] == {"contacts": 1, "questions": 2, "referred": 1}
    assert counts(made, "referral_groups") == {"intern_vvsg": 1, "abb": 1}
    assert {row["share"] for row in made["tables"]["referral_groups"] if row["count"]} == {1.0}


def test_two_services_of_one_group_are_one_question_for_that_group(
    session: Session, library: Library
):
    contact = add_contact(session)
    refer_to = ["vvsg_helpdesk", "vvsg_vorming"]
    add_question(session, contact, "plaatsbezoek", refer_to=refer_to, contacts=library.contacts)
    made = figures(session, library)
    assert counts(made, "referral_groups") == {"intern_vvsg": 1}
    assert counts(made, "referral_contacts") == {"vvsg_helpdesk": 1, "vvsg_vorming": 1}


def test_a_referral_by_staff_after_the_month_counts_with_its_question(
    session: Session, library: Library
):
    contact = add_contact(session, questions=["ocad"])
    later = datetime(2026, 12, 3, 9, tzinfo=UTC)
    add_question(
        session, contact, "ocad", at=later, refer_to=["abb"], contacts=library.contacts, by="staff"
    )
    assert figures(session, library)["totals"]["referred"] == 1
    assert figures(session, library, Month(2026, 12))["totals"]["questions"] == 0


def test_a_question_of_the_next_month_counts_there_and_its_contact_does_not(
    session: Session, library: Library
):
    contact = add_contact(session, at=datetime(2026, 11, 30, 22, 59, 59, tzinfo=UTC))
    add_question(
        session,
        contact,
        "ocad",
        at=datetime(2026, 11, 30, 23, tzinfo=UTC),
        contacts=library.contacts,
    )
    november, december = figures(session, library), figures(session, library, Month(2026, 12))
    assert november["totals"] == {"contacts": 1, "questions": 0, "referred": 0}
    assert december["totals"] == {"contacts": 0, "questions": 1, "referred": 0}


@pytest.mark.parametrize(
    ("at", "month"),
    [
        # month borders in winter and in summer time
        ("2026-01-31T22:59:59", Month(2026, 1)),
        ("2026-01-31T23:00:00", Month(2026, 2)),
        ("2026-06-30T21:59:59", Month(2026, 6)),
        ("2026-06-30T22:00:00", Month(2026, 7)),
        # the nights in which the clock changes, and the borders of those months
        ("2026-03-29T01:00:00", Month(2026, 3)),
        ("2026-02-28T23:00:00", Month(2026, 3)),
        ("2026-03-31T21:59:59", Month(2026, 3)),
        ("2026-03-31T22:00:00", Month(2026, 4)),
        ("2026-10-25T00:30:00", Month(2026, 10)),
        ("2026-10-25T01:30:00", Month(2026, 10)),
        ("2026-09-30T22:00:00", Month(2026, 10)),
        ("2026-10-31T22:59:59", Month(2026, 10)),
        ("2026-10-31T23:00:00", Month(2026, 11)),
    ],
)
def test_a_contact_counts_in_its_month_in_brussels(
    session: Session, library: Library, at: str, month: Month
):
    add_contact(
        session,
        at=datetime.fromisoformat(f"{at}+00:00"),
        questions=["ocad"],
        outcomes=[Outcome.ANSWERED],
    )
    for number in range(1, 13):
        made = figures(session, library, Month(2026, number))
        expected = int(number == month.number)
        assert made["totals"] == {"contacts": expected, "questions": expected, "referred": 0}
        assert sum(counts(made, "outcomes").values()) == expected


def test_outcomes_count_messages(session: Session, library: Library):
    add_contact(
        session,
        outcomes=[Outcome.CLARIFIED, Outcome.ANSWERED, Outcome.ANSWERED, Outcome.CONVERSATION],
    )
    made = figures(session, library)
    assert counts(made, "outcomes") == {"beantwoord": 2, "verduidelijking": 1, "gesprek": 1}
    assert made["tables"]["outcomes"][0] == {
        **{"id": "beantwoord", "label": "Beantwoord"},
        **{"count": 2, "base": 4, "share": 0.5},
    }


def test_what_the_knowledge_no_longer_holds_keeps_counting(session: Session, library: Library):
    add_contact(session, municipality="44099", questions=["verdwenen_onderwerp", "ocad"])
    made = figures(session, library)
    assert counts(made, "topics") == {"ocad": 1, "verdwenen_onderwerp": 1}
    assert counts(made, "natures") == {"algemeen": 1, "onbekend": 1}
    assert made["tables"]["natures"][-1]["label"] == "Onbekend"
    assert counts(made, "municipalities") == {"44099": 1}


@pytest.mark.parametrize("table", ["channels", "natures", "referral_groups", "outcomes"])
def test_a_table_that_differs_from_its_total_stops_the_report(
    session: Session, library: Library, monkeypatch: pytest.MonkeyPatch, table: str
):
    contact = add_contact(session, outcomes=[Outcome.REFERRED])
    add_question(
        session,
        contact,
        "theologische_hulplijn",
        at=NOON,
        refer_to=["abb"],
        contacts=library.contacts,
    )
    broken = [
        measure.Measure(**{**vars(one), "query": _doubled(one.query)}) if one.id == table else one
        for one in measures.MEASURES
    ]
    monkeypatch.setattr(report, "MEASURES", broken)
    with pytest.raises(FiguresDisagree, match=r"telt op tot 2, maar .* zijn er 1"):
        figures(session, library)


def test_more_referred_than_asked_stops_the_report(
    session: Session, library: Library, monkeypatch: pytest.MonkeyPatch
):
    many = measure.Total(
        **{
            **vars(measures.REFERRED),
            "query": counting.questions(func.count(QuestionRecord.id) + 1),
        }
    )
    monkeypatch.setattr(report, "TOTALS", (measures.CONTACTS, measures.QUESTIONS, many))
    with pytest.raises(FiguresDisagree, match="1 doorverwezen van 0 vragen"):
        figures(session, library)


def _doubled(query: measure.Query) -> measure.Query:
    """A fault as a join gone wrong makes it: every row counted twice."""
    return lambda period: query(period).with_only_columns(
        *_twice(query(period)), maintain_column_froms=True
    )


def _twice(statement):
    key, number = statement.selected_columns
    return key, number * 2
