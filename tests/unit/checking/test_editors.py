"""The slips of people who are no programmers: each is told on its own line, in words that they know."""

from __future__ import annotations

import re

import pytest

from bot.checking.problem import Problem

from .conftest import Planted

LIVC = "knowledge/answers/livc.md"
UNIA = "knowledge/contacts/unia.yml"
ROUTING = "knowledge/routing.yml"
DOMAIN = "domain.yml"

JARGON = re.compile(
    r"yaml|json|python|parse|token|mapping|scalar|string|null|none|regex|exception|traceback|utf-16",
    re.IGNORECASE,
)

UNREADABLE = [
    # old, new, on the line with, says
    ("---\ntitle", "title", "title", "de eerste regel moet --- zijn"),
    ("---\ntitle", "--- \ntitle", "--- ", "precies --- zijn, zonder spaties"),
    ("more: [vvsg_helpdesk]\n---", "more: [vvsg_helpdesk]", "# Kort", "sluit de velden af"),
    ("more: [vvsg_helpdesk]\n---", "more: [vvsg_helpdesk]\n----", "----", "precies --- zijn"),
    ("  - title: Wet", "\t- title: Wet", "- title: Wet", "een tab; gebruik spaties"),
    ("    publisher", "\tpublisher", "publisher", "een tab; gebruik spaties"),
    ("title: LIVC R", "title: LIVC R: wat is dat", "title:", "een dubbele punt in de tekst"),
    ("title: LIVC R", "title:LIVC R", "title:", "een spatie achter de dubbele punt"),
    ("  - title: Wet", "  -title: Wet", "-title", "een spatie achter het streepje"),
    ("title: LIVC R", 'title: "LIVC R', "title:", "sluit de tekst af"),
    ("title: LIVC R", 'title: "LIVC" R', "title:", "zet de hele tekst tussen '"),
    ("title: LIVC R", "title: 'Foto's'", "title:", 'zet de hele tekst tussen "'),
    ("title: LIVC R", "title: @LIVC R", "title:", "niet met @ beginnen"),
    ("title: LIVC R", "title: *LIVC R*", "title:", "niet met * beginnen"),
    ("[beroepsgeheim, ocad]", "[beroepsgeheim, ocad", "related:", "kijk de haakjes na"),
    ("    publisher", "   publisher", "publisher", "even ver inspringt"),
    ("title: LIVC R\n", "title: LIVC R\nover overleg\n", "over", "hier ontbreekt 'naam: '"),
]

SILENT = [
    # old, new, on the line with, says: the file can be read, but visitors would see something wrong
    ("title: LIVC R", "title: Vraag #1 over LIVC", "title:", "alles achter # valt weg"),
    ("reviewed: 2026-11-23", "reviewed: 23/11/2026", "reviewed:", "'23/11/2026' is geen bestaande"),
    ("een lokaal overleg.", "een **lokaal overleg.", "een **", "zet ** voor en achter"),
    ("- Lees de", "• Lees de", "• Lees", "begin een punt van een lijst met '- '"),
    ("richt** het op", "richt** het&nbsp;op", "&nbsp;", "gewone spatie"),
    ("een lokaal overleg.", "een overleg. Mail naam@voorbeeld.be.", "Mail", "(mailto:naam@voor"),
    ("een lokaal overleg.", "een overleg. Zie vvsg.be.", "Zie", "schrijf een webadres als link"),
    ("Lees de [wet](", "Lees de [wet] (", "[wet] (", "schrijf een webadres als link"),
]


def jargon(found: list[Problem]) -> list[str]:
    """The messages with a word that only programmers know."""
    return [one.message for one in found if JARGON.search(one.message)]


@pytest.mark.parametrize(("old", "new", "at", "says"), UNREADABLE)
def test_a_file_that_cannot_be_read_is_one_problem_where_the_slip_is(
    project: Planted, old: str, new: str, at: str, says: str
) -> None:
    project.change(LIVC, old, new)
    project.finds(LIVC, project.line(LIVC, at), says)
    assert jargon(project.problems()) == []


@pytest.mark.parametrize(("old", "new", "at", "says"), SILENT)
def test_what_would_go_wrong_unseen_is_told(
    project: Planted, old: str, new: str, at: str, says: str
) -> None:
    project.change(LIVC, old, new)
    project.finds(LIVC, project.line(LIVC, at), says)


@pytest.mark.parametrize("written", ["#Meer", "## Meer", "# Meer:", "# meer"])
def test_a_heading_that_is_almost_right_is_told_how_it_must_be(
    project: Planted, written: str
) -> None:
    project.change(LIVC, "# Meer\n", f"{written}\n")
    line = project.line(LIVC, written)
    at_heading = [one.message for one in project.problems() if one.line == line]
    assert len(at_heading) == 1
    assert "Meer" in at_heading[0]


def test_an_invisible_mark_at_the_start_does_not_hide_the_rest(project: Planted) -> None:
    path = project.root / LIVC
    content = path.read_bytes().replace(b"reviewed: 2026-11-23", b"reviewed: vandaag")
    path.write_bytes(b"\xef\xbb\xbf" + content)
    found = project.problems()
    assert [one.line for one in found] == [1, project.line(LIVC, "reviewed:")]
    assert "onzichtbaar teken" in found[0].message


def test_the_line_ends_of_windows_do_no_harm(project: Planted) -> None:
    path = project.root / LIVC
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))
    assert project.problems() == []


def test_a_letter_in_another_encoding_is_told_on_its_line(project: Planted) -> None:
    path = project.root / LIVC
    line = project.line(LIVC, "Een lokaal overleg over veiligheid.")
    path.write_bytes(path.read_bytes().replace(b"over veiligheid", "reëel".encode("cp1252")))
    project.finds(LIVC, line, "niet te lezen")


def test_an_empty_file_is_told(project: Planted) -> None:
    (project.root / LIVC).write_text("", encoding="utf-8")
    project.finds(LIVC, 1, "dit bestand is leeg")


def test_a_copy_beside_the_article_is_told(project: Planted) -> None:
    copy = "knowledge/answers/livc - kopie.md"
    (project.root / copy).write_bytes((project.root / LIVC).read_bytes())
    project.finds(copy, 1, "verwijder deze kopie")


def test_a_contact_without_a_list_of_sources_is_not_advised_to_leave_it_empty(
    project: Planted,
) -> None:
    text = (project.root / UNIA).read_text(encoding="utf-8")
    head, rest = text.split("sources:\n")
    text = f"{head}sources:\nto_verify{rest.split('to_verify')[1]}"
    (project.root / UNIA).write_text(text, encoding="utf-8")
    project.finds(UNIA, project.line(UNIA, "sources:"), "zet er minstens 1 in")


def test_an_audience_where_a_group_belongs(project: Planted) -> None:
    project.change(ROUTING, "livc: {volledig: [bestuur,", "livc: {volledig: [bestuur, gemeente,")
    project.finds(ROUTING, project.line(ROUTING, "[bestuur, gemeente,"), "is een doelgroep")


def test_a_bracket_that_is_lost_in_the_routing_is_told_on_its_own_line(project: Planted) -> None:
    project.change(ROUTING, "livc: {volledig: [bestuur, onbekend]}", "livc: {volledig: [bestuur}")
    project.finds(ROUTING, project.line(ROUTING, "livc:"), "kijk de haakjes na")


def test_an_empty_fixed_answer_is_told(project: Planted) -> None:
    bye = 'text: "Tot ziens. U kunt hier altijd terugkomen met een nieuwe vraag."'
    project.change(DOMAIN, bye, 'text: " "')
    project.finds(DOMAIN, project.line(DOMAIN, 'text: " "'), "'utter_afscheid' heeft geen tekst")


def test_several_slips_are_told_at_once(project: Planted) -> None:
    project.change(LIVC, "reviewed: 2026-11-23", "reviewed: vandaag")
    project.change(LIVC, "# Voor publiek", "# Voor het publiek")
    project.change(UNIA, "group: andere", "group: anders")
    project.change(ROUTING, "verwijs: [vvsg_veiligheid]", "verwijs: [vvsg_veilig]")
    found = project.problems()
    assert {one.path for one in found} == {LIVC, UNIA, ROUTING}
    assert len(found) == 5
    assert jargon(found) == []
