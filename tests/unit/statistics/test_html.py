"""The page holds every figure of the report, and needs nothing from outside."""

from __future__ import annotations

from datetime import UTC, datetime
from html.parser import HTMLParser

import pytest
from sqlalchemy.orm import Session

from bot.knowledge.catalogue import Audience
from bot.knowledge.library import Library
from bot.registration.models import Outcome, OutcomeRecord
from bot.statistics.days import DAYS
from bot.statistics.html import SECTIONS, render
from bot.statistics.measures import MEASURES
from bot.statistics.notation import number, percentage
from bot.statistics.periods import Month
from bot.statistics.report import Report, build
from tests.common.registration import NOON, add_contact, add_question

MADE = datetime(2026, 12, 1, 8, 5, tzinfo=UTC)
VOID = {"meta", "rect", "link", "img", "br"}


class Page(HTMLParser):
    """What a reader, with or without sight, finds on the page."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.tables: dict[str, list[list[str]]] = {}
        self.headings: list[tuple[str, str]] = []
        self.drawings: list[str] = []
        self.attributes: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self._open: list[str] = []
        self.feed(text)
        assert self._open == []

    def handle_starttag(self, tag, attrs):
        self.attributes.append((tag, dict(attrs)))
        if tag == "table":
            self._rows: list[list[str]] = []
        if tag == "tr":
            self._rows.append([])
        if tag in ("th", "td"):
            self._rows[-1].append("")
        if tag in ("h1", "h2", "h3"):
            self.headings.append((tag, ""))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag):
        if tag in VOID:
            return
        assert self._open.pop() == tag
        if tag == "table":
            self.tables[self.headings[-1][1]] = self._rows[1:]

    def handle_data(self, data):
        for tag in self._open:
            self.texts.setdefault(tag, []).append(data)
        if self._open and self._open[-1] in ("th", "td"):
            self._rows[-1][-1] += data
        if any(tag in self._open for tag in ("h1", "h2", "h3")):
            self.headings[-1] = (self.headings[-1][0], self.headings[-1][1] + data)


@pytest.fixture
def report(session: Session, library: Library) -> Report:
    contact = add_contact(session, questions=library.catalogue.topics)
    for audience in (Audience.GEMEENTE, Audience.GEMEENTE, Audience.STUDENT, Audience.ONBEKEND):
        add_contact(session, audience=audience, municipality="44021", outcomes=[Outcome.ANSWERED])
    # More than a thousand of something, for the point in the figure.
    session.add_all(
        OutcomeRecord(contact_id=contact, outcome="gesprek", at=NOON) for _ in range(1200)
    )
    add_question(
        session, contact, "experts", refer_to=["abb", "vvsg_vorming"], contacts=library.contacts
    )
    return build(session, library, Month(2026, 11), made_at=MADE)


def test_every_figure_of_the_report_is_on_the_page(report: Report):
    page = Page(render(report))
    assert "1.200" in page.texts["td"]
    for table, rows in report["tables"].items():
        label = report["definitions"][table]["label"]
        expected = [
            [
                row["label"],
                number(row["count"]),
                number(row["base"]),
                percentage(row["count"], row["base"]),
            ]
            for row in rows
        ]
        if table == DAYS:
            cells = [one.strip() for week in page.tables[label] for one in week[1:]]
            assert [one for one in cells if one] == [count for _, count, _, _ in expected]
        else:
            assert page.tables[label] == expected
    for total in report["totals"].values():
        assert number(total) in page.texts["dd"]


def test_every_table_stands_under_one_question():
    shown = [table for section in SECTIONS for table in section.tables]
    assert sorted(shown) == sorted(one.id for one in MEASURES)


def test_the_questions_of_the_answer_are_the_headings(report: Report):
    headings = Page(render(report)).headings
    assert headings[0] == ("h1", "Maandverslag helpdesk radicalisering – november 2026")
    second = [text for tag, text in headings if tag == "h2"]
    assert [text[:2] for text in second[:5]] == ["1a", "1b", "1c", "1c", "1d"]
    assert second[5] == "Hoe goed werd geholpen?"


def test_each_table_has_its_definition_and_base(report: Report):
    text = "".join(Page(render(report)).texts["p"]).replace("\u00a0", " ")
    for one in report["definitions"].values():
        assert one["definition"] in text
        assert f" {one['base']}. " in text


def test_each_drawing_has_a_title_and_a_description(report: Report):
    page = Page(render(report))
    drawings = [attributes for tag, attributes in page.attributes if tag == "svg"]
    assert len(drawings) == 11
    ids = {attributes.get("id") for tag, attributes in page.attributes if tag in ("title", "desc")}
    for attributes in drawings:
        assert attributes["role"] == "img"
        assert set(attributes["aria-labelledby"].split()) <= ids


def test_the_page_asks_nothing_from_outside_and_runs_no_script(report: Report):
    page = Page(render(report))
    assert "script" not in {tag for tag, _ in page.attributes}
    addresses = [a.get(key) for _, a in page.attributes for key in ("src", "href") if key in a]
    assert all(address.startswith("#") for address in addresses)
    policies = [
        a["content"] for _, a in page.attributes if a.get("http-equiv") == "Content-Security-Policy"
    ]
    assert policies == ["default-src 'none'; style-src 'unsafe-inline'"]
    assert "url(" not in "".join(page.texts["style"])


def test_labels_are_escaped(report: Report):
    report["tables"]["topics"][0]["label"] = "<b>Onderwerp</b> & co"
    text = render(report)
    assert "<b>" not in text
    assert "&lt;b&gt;Onderwerp&lt;/b&gt; &amp; co" in text


def test_a_month_without_contacts_says_so(session: Session, library: Library):
    page = Page(render(build(session, library, Month(2026, 11), made_at=MADE)))
    assert "In november 2026 kwamen er geen contacten binnen bij de helpdesk." in page.texts["p"]
    assert "svg" not in {tag for tag, _ in page.attributes}
    assert page.tables["Contacten per kanaal"][0] == ["Chat", "0", "0", "n.v.t."]


@pytest.mark.parametrize(
    ("made_at", "why"),
    [
        (datetime(2026, 11, 30, 22, 59, tzinfo=UTC), "de maand was nog niet voorbij"),
        (datetime(2026, 11, 30, 23, tzinfo=UTC), "deze maand is nog niet afgesloten"),
    ],
)
def test_a_month_that_is_not_closed_is_called_preliminary(
    session: Session, library: Library, made_at: datetime, why: str
):
    text = render(build(session, library, Month(2026, 11), made_at=made_at))
    assert f"Voorlopige cijfers: {why}" in text


def test_a_long_table_draws_its_largest_rows(report: Report):
    text = render(report)
    assert "De 15 grootste rijen; de tabel bevat ze alle." in text
