"""A municipality's own view: its contacts alone, and nothing small in it by month, by year or between the two."""

from __future__ import annotations

from datetime import UTC, datetime
from random import Random

import pytest
from scipy.optimize import linprog
from sqlalchemy.orm import Session

from bot.errors import InvalidInput, Unknown
from bot.knowledge.catalogue import Audience
from bot.knowledge.library import Library
from bot.publication.figures import Published
from bot.publication.own import own_figures, periods
from bot.publication.suppression import INSIDE
from bot.publication.tokens import give, given_out, opened_by, take_back
from bot.registration.models import Channel
from bot.statistics.closing import close_month
from bot.statistics.periods import Month, parse_month
from tests.common.registration import add_contact

GHENT, ANTWERP = "44021", "11002"
NOW = datetime(2026, 11, 10, tzinfo=UTC)
MONTHS = [f"2025-{number:02}" for number in range(1, 13)]


def fill(session: Session, library: Library, seed: int, contacts: int) -> None:
    draw = Random(seed)
    topics = sorted(library.catalogue.topics)[:8]
    for _ in range(contacts):
        at = datetime(
            2025, min(int(draw.expovariate(0.4)) + 1, 12), draw.randint(2, 27), tzinfo=UTC
        )
        add_contact(
            session,
            at=at,
            channel=draw.choice(list(Channel)[:3]),
            audience=draw.choice(list(Audience)[:4]),
            municipality=draw.choice((GHENT, GHENT, GHENT, ANTWERP)),
            questions=draw.sample(topics[: draw.choice((2, 3, 8))], 2),
        )


def close(session: Session, library: Library, *months: str) -> None:
    for one in months:
        close_month(session, library, parse_month(one), now=NOW)


def test_a_contact_that_comes_late_changes_nothing_of_what_is_shown(
    session: Session, library: Library
):
    at = datetime(2025, 3, 10, tzinfo=UTC)
    for _ in range(14):
        add_contact(session, at=at, municipality=GHENT, questions=["ocad"])
    close(session, library, "2025-03")
    before = own_figures(session, library, GHENT, "2025-03")
    for municipality in (GHENT, ANTWERP):
        add_contact(session, at=at, municipality=municipality, questions=["livc"])
    assert own_figures(session, library, GHENT, "2025-03") == before
    assert before["totals"] == {"contacts": 14, "questions": 14}
    assert own_figures(session, library, ANTWERP, "2025-03")["totals"]["contacts"] == 0


def test_a_month_that_is_not_closed_is_not_shown(session: Session, library: Library):
    add_contact(session, at=datetime(2025, 3, 10, tzinfo=UTC), municipality=GHENT)
    with pytest.raises(InvalidInput, match="nog niet afgesloten"):
        own_figures(session, library, GHENT, "2025-03")


def test_the_figures_of_municipalities_are_in_no_report(session: Session, library: Library):
    add_contact(session, at=datetime(2025, 3, 10, tzinfo=UTC), municipality=GHENT)
    closed = close_month(session, library, Month(2025, 3), now=NOW)
    assert "by_municipality" not in closed


def test_only_its_own_contacts_are_counted(session: Session, library: Library):
    at = datetime(2025, 3, 10, tzinfo=UTC)
    for municipality in (GHENT,) * 6 + (ANTWERP,) * 9:
        add_contact(session, at=at, municipality=municipality, questions=["ocad"])
    close(session, library, "2025-03")
    figures = own_figures(session, library, GHENT, "2025-03")
    assert figures["totals"] == {"contacts": 6, "questions": 6}
    [topic] = figures["tables"]["topics"]
    assert (topic["id"], topic["count"]) == ("ocad", 6)


def test_a_month_with_few_contacts_shows_none_of_its_figures(session: Session, library: Library):
    for _ in range(4):
        add_contact(session, at=datetime(2025, 3, 10, tzinfo=UTC), municipality=GHENT)
    close(session, library, "2025-03")
    figures = own_figures(session, library, GHENT, "2025-03")
    assert figures["totals"]["contacts"] is None
    assert all(row["count"] in (0, None) for row in figures["tables"]["channels"])


@pytest.mark.parametrize(("seed", "contacts"), [(1, 40), (2, 90), (3, 150)])
def test_months_and_their_year_together_give_no_hidden_count_away(
    session: Session, library: Library, seed: int, contacts: int
):
    fill(session, library, seed, contacts)
    close(session, library, *MONTHS)
    seen = {one: own_figures(session, library, GHENT, one) for one in [*MONTHS, "2025"]}
    hidden, factors, rights = add_up(library, seen)
    assert any(cell[0] == "2025" for cell in hidden) or contacts > 90
    for place in range(len(hidden)):
        cost = [float(other == place) for other in range(len(hidden))]
        least, most = (
            linprog([sign * one for one in cost], A_eq=factors, b_eq=rights, bounds=(1, 9999)).fun
            for sign in (1, -1)
        )
        assert least + 0.5 < -most, hidden[place]
        assert -most > INSIDE - 0.5, hidden[place]


def add_up(
    library: Library, seen: dict[str, Published]
) -> tuple[list[tuple[str, str, str]], list[list[int]], list[int]]:
    """What a reader of all these pages puts together, from what they show alone."""
    cells = {
        (when, "totals", id): count
        for when, one in seen.items()
        for id, count in one["totals"].items()
    } | {
        (when, table, row["id"]): row["count"]
        for when, one in seen.items()
        for table, rows in one["tables"].items()
        for row in rows
    }
    sums = []
    for when in seen:
        for table, whole in [("channels", "contacts"), ("audiences", "contacts")] + [
            (one, "questions") for one in ("natures", "topics")
        ]:
            sums.append(
                ((when, "totals", whole), [one for one in cells if one[:2] == (when, table)])
            )
        for nature in (one for one in cells if one[:2] == (when, "natures")):
            topics = [one for one in cells if one[:2] == (when, "topics")]
            own = [one for one in topics if library.catalogue.topics[one[2]].nature == nature[2]]
            sums.append((nature, own))
    for cell in [one for one in cells if one[0] == "2025"]:
        sums.append((cell, [one for one in cells if one[1:] == cell[1:] and one != cell]))
    hidden = [cell for cell, count in cells.items() if count is None]
    factors, rights = [], []
    for whole, parts in sums:
        row, known = [0] * len(hidden), 0
        for cell, sign in [(whole, -1), *((part, 1) for part in parts)]:
            if cells[cell] is None:
                row[hidden.index(cell)] += sign
            else:
                known += sign * cells[cell]
        factors.append(row)
        rights.append(-known)
    return hidden, factors, rights


def test_only_what_is_closed_can_be_chosen():
    year = {Month(2025, number) for number in range(1, 13)}
    assert periods(set(), NOW) == []
    assert periods({*year, Month(2026, 9)}, NOW) == ["2026-09", "2025-12", "2025-11", "2025"]
    assert "2025" not in periods(year - {Month(2025, 3)}, NOW)


def test_a_code_opens_what_it_was_given_for_until_it_is_taken_back(session: Session):
    given = give(session, GHENT, now=NOW)
    session.flush()
    opened = opened_by(session, f" {given.code}\n")
    assert opened is not None
    assert opened.municipality == GHENT
    assert given.code not in repr(given)
    assert given.code not in repr(vars(given_out(session)[0]))
    take_back(session, given.id, now=NOW)
    session.flush()
    assert opened_by(session, given.code) is None
    with pytest.raises(InvalidInput, match="al ingetrokken"):
        take_back(session, given.id, now=NOW)
    with pytest.raises(Unknown):
        take_back(session, "nergens", now=NOW)
