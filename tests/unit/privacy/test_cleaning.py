"""The filter as a whole: what it promises whatever the recognisers find."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bot.errors import FilterFailed
from bot.privacy import cleaning
from bot.privacy.cleaning import clean
from bot.privacy.folding import fold
from bot.privacy.recognisers import naam
from bot.privacy.spans import Kind, Span, merge
from tests.common.growth import grows_evenly

from .tables import national_number

PIECES = [
    "85.07.30-033.28",
    "be68 5390 0754 7034",
    "jan.peeters@telenet.be",
    "0474/12.34.56",
    "1-ABC-123",
    "geboren op 12/03/2008",
    "kerkstraat 12 bus 3, 9000 Gent",
    "@kleine_prins",
    "[TELEFOON-1]",
    "[PERSOON-2]",
    "[",
    "]",
    "\u200b",
    "\u00ad",
    "\u00a0",
    "nummerplaat",
    "geb. ",
    "3 keer",
    "１２",
    "\ue000",
]
TEXTS = st.lists(st.one_of(st.sampled_from(PIECES), st.text(max_size=6)), max_size=8).map("".join)


def test_replaces_by_placeholders_and_points_at_the_raw_text() -> None:
    text = "bel 0474 12 34 56 of mail jan@telenet.be"
    cleaned = clean(text)
    assert cleaned.text == "bel [TELEFOON-1] of mail [EMAIL-1]"
    assert [text[span.start : span.end] for span in cleaned.spans] == [
        "0474 12 34 56",
        "jan@telenet.be",
    ]


def test_the_same_value_keeps_its_number_in_another_spelling() -> None:
    text = "0474 12 34 56, +32 474 12 34 56, 0475 11 22 33; jan@gent.be, JAN@GENT.BE, jan [at] gent punt be"
    assert clean(text).text == (
        "[TELEFOON-1], [TELEFOON-1], [TELEFOON-2]; [EMAIL-1], [EMAIL-1], [EMAIL-1]"
    )


def test_placeholders_of_a_visitor_do_no_harm() -> None:
    assert clean("[TELEFOON-1] is niet 0474123456").text == "[TELEFOON-1] is niet [TELEFOON-2]"
    assert clean("[EMAIL-85073003328]").text == "[EMAIL-[RIJKSREGISTER-1]]"


@pytest.mark.parametrize(
    "text",
    [
        "0474\u200b12\u00a034\u00ad56",
        "０４７４１２３４５６",
        "٠٤٧٤١٢٣٤٥٦",
        "0474\u201112\u201134\u201156",
        "85\u00b707\u00b730\u2013033\u00b728",
        "jan\u200b@tele\u00adnet.be",
    ],
)
def test_odd_characters_do_not_defeat_it(text: str) -> None:
    cleaned = clean(f"x {text} y")
    assert cleaned.spans[0].start == 2
    assert cleaned.spans[0].end == 2 + len(text)


def test_a_backtick_is_an_apostrophe_in_a_plain_text_too() -> None:
    assert clean("Mijn leerling Jan D`Hondt belde").text == "Mijn leerling [PERSOON-1] belde"


def test_overlapping_finds_leave_no_half_in_clear() -> None:
    spans = [Span(0, 10, Kind.TELEFOON), Span(8, 20, Kind.IBAN), Span(3, 5, Kind.ADRES)]
    assert merge(spans) == [Span(0, 20, Kind.IBAN)]


def test_equal_finds_go_by_the_order_of_kinds() -> None:
    spans = [Span(0, 11, Kind.TELEFOON), Span(0, 11, Kind.RIJKSREGISTER)]
    assert merge(spans) == [Span(0, 11, Kind.RIJKSREGISTER)]


@example("SA¼jan.peeters@telenet.be")
@given(TEXTS)
@settings(max_examples=150, deadline=None, database=None)
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text)
    twice = clean(once.text)
    assert (twice.text, twice.spans) == (once.text, ())


@given(
    number=st.builds(
        national_number,
        st.dates().map(lambda day: day.strftime("%y%m%d")),
        st.integers(1, 997),
    ),
    before=TEXTS,
    after=TEXTS,
)
@settings(max_examples=150, deadline=None, database=None)
def test_no_found_value_survives(number: str, before: str, after: str) -> None:
    text = f"{before} {number} {after}"
    cleaned = clean(text)
    kept = [
        # A name within a longer word is another word.
        re.search(rf"(?<!\w){re.escape(text[span.start : span.end])}(?!\w)", cleaned.text)
        for span in cleaned.spans
        if span.length >= 8
    ]
    assert not any(kept)


@pytest.mark.parametrize("kind", list(cleaning.RECOGNISERS))
def test_a_failing_recogniser_stops_everything(
    kind: Kind, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def find(text: str) -> Iterator[Span]:
        yield Span(0, 1, kind)
        raise ValueError(f"cannot read {text}")

    monkeypatch.setitem(cleaning.RECOGNISERS, kind, find)
    with pytest.raises(FilterFailed) as caught:
        clean("mijn geheim 85.07.30-033.28")
    error: BaseException | None = caught.value
    assert caught.value.detail == cleaning.FAILED
    while error:
        assert "geheim" not in str(error)
        error = error.__cause__ or error.__context__
    assert "geheim" not in caplog.text


@pytest.mark.parametrize(
    "piece",
    [
        "a",
        "1 ",
        "0",
        "@",
        "1",
        "a.",
        "a@",
        "0474 ",
        "straat 1",
        "A1 ",
        "van ",
        "be68",
        "Jan ",
        "(",
        "geb 1",
        "auto 1",
        "at ",
        "12/",
        "snap ",
        "\u200b",
        "[EMAIL-1]",
        "Ter 1 ",
        "a b 1 ",
    ],
)
def test_no_text_makes_it_slow(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def clean_afresh(text: str) -> None:
        monkeypatch.setattr(naam, "_NAMELESS", set())
        clean(text)

    assert grows_evenly(clean_afresh, piece)


def test_a_ligature_of_a_whole_sentence_is_one_character_to_the_recognisers() -> None:
    assert fold("ﷺ ﬁ ２").text == "ﷺ fi 2"


def test_clean_text_is_made_by_the_filter_and_where_it_takes_contact_details_alone() -> None:
    root = Path(cleaning.__file__).parents[2]
    makers = [
        path.relative_to(root).as_posix()
        for folder in ("bot", "actions")
        for path in (root / folder).rglob("*.py")
        if "CleanText(" in path.read_text(encoding="utf-8")
    ]
    assert sorted(makers) == ["bot/privacy/cleaning.py", "bot/privacy/contact.py"]
