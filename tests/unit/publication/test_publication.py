"""What is published of a month: the right figures, marked where hidden, and nothing to work a hidden one out from."""

from __future__ import annotations

import csv
import io
import json
from collections import defaultdict
from collections.abc import Iterable
from datetime import UTC, date, datetime

import numpy as np
import pytest
from scipy.optimize import linprog
from sqlalchemy.orm import Session

from bot.errors import InvalidInput
from bot.knowledge.library import Library
from bot.publication.figures import Published, shield
from bot.publication.files import files
from bot.publication.publisher import Publisher
from bot.publication.suppression import PUBLIC
from bot.statistics.closing import close_month, report_of
from bot.statistics.periods import Month
from bot.statistics.report import Report
from tests.common.months import make_month
from tests.common.registration import add_contact

MARCH = Month(2024, 3)
NOW = datetime(2024, 4, 2, 9, tzinfo=UTC)
SIZES = [0, 1, 9, 25, 60, 150]


def close(session: Session, library: Library, contacts: int, seed: int = 1) -> Report:
    make_month(session, library, contacts=contacts, seed=seed)
    return close_month(session, library, MARCH, now=NOW)


def published(figures: Published) -> dict[str, str]:
    return files(figures, Publisher(), issued=date(2024, 4, 2))


@pytest.mark.parametrize("contacts", SIZES)
def test_what_is_shown_is_right_and_no_small_count_is_shown(
    session: Session, library: Library, contacts: int
):
    report = close(session, library, contacts)
    figures = shield(report, library, PUBLIC)
    for table, rows in figures["tables"].items():
        true = {row["id"]: row for row in report["tables"][table]}
        assert {row["id"] for row in rows} == true.keys()
        for row in rows:
            assert row["count"] in (None, true[row["id"]]["count"])
            assert row["count"] is None or not 0 < row["count"] < PUBLIC
            assert row["hidden"] == (row["count"] is None)
            assert row["base"] in (None, true[row["id"]]["base"])
            assert row["base"] is None or not 0 < row["base"] < PUBLIC
            seen = row["count"] is not None and row["base"] is not None
            assert row["share"] == (true[row["id"]]["share"] if seen else None)
    assert all(count in (None, 0) or count >= PUBLIC for count in figures["totals"].values())


@pytest.mark.parametrize("contacts", SIZES)
@pytest.mark.parametrize("seed", [1, 2])
def test_a_reader_of_the_file_who_knows_the_catalogue_works_nothing_out(
    session: Session, library: Library, contacts: int, seed: int
):
    figures = shield(close(session, library, contacts, seed), library, PUBLIC)
    attack = Attack(published(figures)["cijfers.csv"], library)
    for cell in attack.hidden:
        least, most = attack.ends(cell)
        assert least < most, cell
        assert most >= PUBLIC, cell


def test_of_a_middling_month_most_is_shown(session: Session, library: Library):
    figures = shield(close(session, library, 300), library, PUBLIC)
    rows = [row for table in ("channels", "audiences") for row in figures["tables"][table]]
    assert sum(row["hidden"] for row in rows) < len(rows) / 2
    assert figures["totals"]["contacts"] == 300


def test_rows_do_not_stand_in_the_order_of_what_is_hidden(session: Session, library: Library):
    figures = shield(close(session, library, 60), library, PUBLIC)
    for table in ("topics", "municipalities", "referral_contacts"):
        labels = [row["label"] for row in figures["tables"][table] if row["id"] != "onbekend"]
        assert labels == sorted(labels, key=str.casefold)


def test_the_fingerprint_of_the_true_figures_is_in_no_file(session: Session, library: Library):
    report = close(session, library, 60)
    for content in published(shield(report, library, PUBLIC)).values():
        assert report["closed"]["sha256"] not in content
        assert report["made_at"] not in content


def test_all_files_hide_the_same(session: Session, library: Library):
    figures = shield(close(session, library, 60), library, PUBLIC)
    made = published(figures)
    rows = list(csv.DictReader(io.StringIO(made["cijfers.csv"])))
    in_csv = {(row["table"], row["id"]) for row in rows if row["count"] == "verborgen"}
    of_json = json.loads(made["cijfers.json"])
    in_json = {
        (table, row["id"])
        for table, lines in of_json["tables"].items()
        for row in lines
        if row["count"] is None
    } | {("totals", id) for id, count in of_json["totals"].items() if count is None}
    assert in_csv == in_json
    bases = sum(row["base"] == "verborgen" for row in rows)
    assert made["index.html"].count(">verborgen<") == len(in_csv) + bases


def test_a_month_that_is_not_closed_is_not_published(session: Session, library: Library):
    make_month(session, library, contacts=20, seed=1)
    with pytest.raises(InvalidInput, match="nog niet afgesloten"):
        shield(report_of(session, library, MARCH, now=NOW), library, PUBLIC)


def test_what_is_corrected_afterwards_changes_nothing_of_it(session: Session, library: Library):
    before = published(shield(close(session, library, 60), library, PUBLIC))
    make_month(session, library, contacts=1, seed=2)
    after = published(shield(report_of(session, library, MARCH, now=NOW), library, PUBLIC))
    assert after == before


def test_the_description_names_every_file_with_licence_period_and_publisher(
    session: Session, library: Library
):
    figures = shield(close(session, library, 20), library, PUBLIC)
    publisher = Publisher(name="Vereniging", uri="https://voorbeeld.be/id/vereniging")
    made = files(figures, publisher, issued=date(2024, 4, 2))
    dataset = json.loads(made["dcat.jsonld"])
    assert dataset["@type"] == "dcat:Dataset"
    assert dataset["dct:publisher"]["@id"] == "https://voorbeeld.be/id/vereniging"
    assert dataset["dct:temporal"]["dcat:startDate"]["@value"] == "2024-03-01"
    assert dataset["dct:temporal"]["dcat:endDate"]["@value"] == "2024-03-31"
    files_named = {one["dcat:downloadURL"]["@id"] for one in dataset["dcat:distribution"]}
    assert files_named == made.keys() - {"dcat.jsonld"}
    assert {one["dct:license"]["@id"] for one in dataset["dcat:distribution"]} == {
        publisher.licence
    }


class Attack:
    """A second way to work hidden counts out: from the file alone, with what stands in the public catalogue."""

    def __init__(self, file: str, library: Library) -> None:
        self.rows: dict[str, dict[str, str]] = defaultdict(dict)
        self.base: dict[str, str] = {}
        for row in csv.DictReader(io.StringIO(file)):
            self.rows[row["table"]][row["id"]] = row["count"]
            if row["base"]:
                self.base[row["table"]] = row["base"]
        self.library = library
        self.hidden = [
            (table, id)
            for table, rows in self.rows.items()
            for id, count in rows.items()
            if count == "verborgen"
        ]
        # A base stands in a table of its own when it is none of the totals.
        if self.base.get("outcomes") == "verborgen":
            self.hidden.append(("outcomes", "*"))
        self.equal: list[tuple[list[float], float]] = []
        self.at_most: list[tuple[list[float], float]] = []
        self._know()

    def ends(self, cell: tuple[str, str]) -> tuple[float, float]:
        cost = [float(one == cell) for one in self.hidden]
        return self._solve(cost), -self._solve([-one for one in cost])

    def _solve(self, cost: list[float]) -> float:
        def split(known: list[tuple[list[float], float]]) -> tuple[object, object]:
            return ([a for a, _ in known], [b for _, b in known]) if known else (None, None)

        a_ub, b_ub = split(self.at_most)
        a_eq, b_eq = split(self.equal)
        solved = linprog(cost, a_ub, b_ub, a_eq, b_eq, bounds=(1, 100_000), method="highs")
        assert solved.status == 0, solved.message
        return float(np.round(solved.fun, 6))

    def _know(self) -> None:
        for table, whole in [
            *(
                (one, "contacts")
                for one in ("channels", "audiences", "municipalities", "provinces")
            ),
            *((one, "questions") for one in ("natures", "samples", "topics")),
        ]:
            if self.rows[table]:
                self._sum([(table, id) for id in self.rows[table]], ("totals", whole))
        if self.rows["outcomes"]:
            self._sum([("outcomes", id) for id in self.rows["outcomes"]], ("outcomes", "*"))
        topics = self.library.catalogue.topics
        for nature in self.rows["natures"]:
            parts = [("topics", id) for id in self.rows["topics"] if topics[id].nature == nature]
            self._sum(parts, ("natures", nature))
        for sample in self.rows["samples"]:
            parts = [("topics", id) for id in self.rows["topics"] if topics[id].sample == sample]
            self._sum(parts, ("samples", sample))
        for province in self.rows["provinces"]:
            if province != "onbekend":
                parts = [
                    ("municipalities", id)
                    for id in self.rows["municipalities"]
                    if id != "onbekend" and self.library.municipalities[id].province == province
                ]
                self._sum(parts, ("provinces", province))
        groups = [("referral_groups", id) for id in self.rows["referral_groups"]]
        self._less([("totals", "referred")], groups)
        self._less([("totals", "referred")], [("totals", "questions")])
        for group in groups:
            own = [
                ("referral_contacts", id)
                for id in self.rows["referral_contacts"]
                if self.library.contacts[id].group.value == group[1]
            ]
            self._less([group], [("totals", "referred")])
            self._less([group], own)
            for one in own:
                self._less([one], [group])

    def _sum(self, parts: Iterable[tuple[str, str]], whole: tuple[str, str]) -> None:
        self.equal.append(self._row([(one, 1) for one in parts], [(whole, -1)]))

    def _less(self, small: list[tuple[str, str]], large: list[tuple[str, str]]) -> None:
        self.at_most.append(self._row([(one, 1) for one in small], [(one, -1) for one in large]))

    def _row(self, *signed: list[tuple[tuple[str, str], int]]) -> tuple[list[float], float]:
        factors, right = [0.0] * len(self.hidden), 0.0
        for cell, sign in (one for some in signed for one in some):
            table, id = cell
            count = self.base["outcomes"] if id == "*" else self.rows[table][id]
            if count == "verborgen":
                factors[self.hidden.index(cell)] += sign
            else:
                right -= sign * int(count)
        return factors, right


def test_a_municipality_that_knows_its_own_count_cannot_take_it_from_its_province(
    session: Session, library: Library
):
    leuven, vilvoorde, ghent, antwerp, bruges = "24062", "23088", "44021", "11002", "31005"
    asked = {leuven: 3, vilvoorde: 14, ghent: 20, antwerp: 30, bruges: 25}
    at = datetime(2024, 3, 10, 11, tzinfo=UTC)
    for municipality, number in asked.items():
        for _ in range(number):
            add_contact(session, at=at, municipality=municipality)
    close_month(session, library, MARCH, now=NOW)
    made = shield(report_of(session, library, MARCH, now=NOW), library, PUBLIC)
    provinces = {row["label"]: row["count"] for row in made["tables"]["provinces"]}
    hidden = {row["id"] for row in made["tables"]["municipalities"] if row["hidden"]}
    assert provinces["Vlaams-Brabant"] is None
    assert {leuven, vilvoorde} < hidden
