"""Articles: front matter, sections and the agreement with topics and routing."""

from __future__ import annotations

import pytest

from .conftest import Planted

LIVC = "knowledge/answers/livc.md"

FRONT_MATTER = [
    # old, new, on the line with, says
    ("title: LIVC R\n", "", "---", "het veld 'title' ontbreekt"),
    ("title: LIVC R\n", "title:\n", "title:", "vul een tekst in"),
    ("title: LIVC R\n", "title: 2015\n", "title:", "zet ze tussen aanhalingstekens"),
    ("title: LIVC R\n", "title: LIVC R\ntitel: LIVC\n", "titel:", "het veld 'titel' is onbekend"),
    ("title: LIVC R\n", "title: LIVC R\ntitle: LIVC\n", "title: LIVC", "twee keer"),
    ("reviewed: 2026-11-23", "reviewed: 2026-02-30", "reviewed:", "veld 'reviewed'"),
    ("reviewed: 2026-11-23", "reviewed: vandaag", "reviewed:", "bestaande datum"),
    ("review_by: 2027-05-23", "review_by: 2026-11-23", "review_by:", "niet na reviewed"),
    ("review_by: 2027-05-23", "review_by: 2027-11-24", "review_by:", "twaalf maanden"),
    ("    date: 2018-09-14", "    date: 2018-13", "date: 2018-13", "veld 'date'"),
    ("    date: 2018-09-14", "    date: 2031-09-14", "date: 2031-09-14", "ligt in de toekomst"),
    ("    url: https://www.ej", "    url: http://www.ej", "    url:", "https://"),
    ("    publisher: Belgisch Staatsblad\n", "", "  - title:", "'publisher' ontbreekt"),
    ("    where: https://www.vvsg.be\n", "", "  - fact:", "het veld 'where' ontbreekt"),
    ("where: https://www.vvsg.be", "where: http://www.vvsg.be", "where:", "https://"),
    ("[beroepsgeheim, ocad]", "[beroepsgeheim, ocat]", "related:", "'ocat' bestaat niet"),
    ("[beroepsgeheim, ocad]", "[beroepsgeheim, livc]", "related:", "naar zichzelf"),
    ("[beroepsgeheim, ocad]", "[ocad, ocad]", "related:", "twee keer in de lijst"),
    ("[beroepsgeheim, ocad]", "beroepsgeheim", "related:", "hier hoort een lijst"),
    ("[vvsg_helpdesk]", "[vvsg]", "more:", "het contact 'vvsg' bestaat niet"),
    ("title: LIVC R\n", "title: LIVC: R\n", "title:", "dubbele punt"),
    ("title: LIVC R\n", "title:\tLIVC: [R\n", "title:", "kijk de haakjes na"),
]

SECTIONS = [
    ("# Meer\n", "# Meer uitleg\n", 2, "is onbekend"),
    ("Een lokaal overleg over veiligheid.", "", 1, "is leeg"),
    ("# Kort\n", "Welkom.\n\n# Kort\n", 1, "boven het eerste deel"),
    ("# Voor publiek\n", "# Voor ouders\n", 2, "is onbekend"),
]

TEXT = [
    # the text of "Voor publiek" becomes, says
    ("## Kop", "een kop"),
    ("| a | b |", "een tabel"),
    ("![foto](https://www.vvsg.be/a.png)", "een afbeelding"),
    ("Dit is <b>vet</b>.", "HTML"),
    ("> Een citaat.", "een citaat"),
    ("Lees `dit`.", "aanhalingsteken"),
    ("Zie http://www.vvsg.be.", "als link"),
    ("Zie https://www.vvsg.be.", "als link"),
    ("Zie www.vvsg.be.", "als link"),
    ("Lees [dit](http://www.vvsg.be).", "'http://www.vvsg.be' kan niet"),
    ("Lees [dit](/pagina).", "'/pagina' kan niet"),
    ("Lees [](https://www.vvsg.be).", "heeft geen tekst"),
    ("Hier staat de actuele versie\nvan het draaiboek LIVC R.", "to_verify"),
    ("Het dreigingsniveau is nu 3.", "ocad.belgium.be"),
    ("Het land is momenteel op niveau 3.", "ocad.belgium.be"),
    ("Actueel niveau: 2.", "ocad.belgium.be"),
    ("Zie artikel 458 van het Strafwetboek.", "artikel 352"),
    ("Zie art. 458bis van het Strafwetboek.", "artikel 353 § 1"),
    ("Plan R regelt dit.", "Strategie T.E.R."),
    ("Er is een actieve meldplicht.", "44/2019"),
]

ALLOWED = [
    "Artikel 352 van het Strafwetboek, vroeger artikel 458.",
    "De Strategie T.E.R. is de opvolger van Plan R.",
    "De actieve meldplicht is vernietigd.",
    "Schrijf naar [ons](mailto:helpdesk@vvsg.be).",
    "1. Eerst.\n2. Dan **vet**.",
]

PUBLIC = "Een lokaal overleg over veiligheid."


def test_a_project_in_order_has_no_problems(project: Planted) -> None:
    assert project.problems() == []


@pytest.mark.parametrize(("old", "new", "at", "says"), FRONT_MATTER)
def test_front_matter(project: Planted, old: str, new: str, at: str, says: str) -> None:
    project.change(LIVC, old, new)
    if "twee keer;" in says or new.count("title:") == 2:
        line = project.line(LIVC, at) + 1  # the second of the two
    elif at == "---":
        line = 2
    else:
        line = project.line(LIVC, at)
    project.finds(LIVC, line, says)


@pytest.mark.parametrize(("old", "new", "count", "says"), SECTIONS)
def test_sections(project: Planted, old: str, new: str, count: int, says: str) -> None:
    project.change(LIVC, old, new)
    found = project.problems()
    assert len(found) == count
    assert any(says in one.message for one in found)
    assert {one.path for one in found} == {LIVC}


def test_a_missing_section_is_told_where_the_text_begins(project: Planted) -> None:
    project.change(LIVC, "# Meer\n", "")
    project.finds(LIVC, project.line(LIVC, "# Kort"), "'# Meer' ontbreekt")


def test_a_section_that_stands_twice_is_told_at_the_second(project: Planted) -> None:
    project.change(LIVC, "# Voor publiek", "# Meer")
    assert (project.root / LIVC).read_text(encoding="utf-8").count("# Meer") == 2
    second = project.line(LIVC, PUBLIC) - 2
    assert (second, "het deel '# Meer' staat er twee keer; voeg ze samen") in [
        (one.line, one.message) for one in project.problems()
    ]


def test_a_public_variant_is_needed_where_routing_holds_the_full_text_back(
    project: Planted,
) -> None:
    project.change(LIVC, f"# Voor publiek\n\n{PUBLIC}\n", "")
    project.finds(LIVC, project.line(LIVC, "# Kort"), "voeg een deel '# Voor publiek' toe")


def test_without_front_matter_an_article_is_one_problem(project: Planted) -> None:
    text = (project.root / LIVC).read_text(encoding="utf-8")
    (project.root / LIVC).write_text(text.split("---\n", 2)[2], encoding="utf-8")
    project.finds(LIVC, 1, "de eerste regel moet --- zijn")


def test_a_broken_article_hides_no_other(project: Planted) -> None:
    (project.root / LIVC).write_text("# Kort\n", encoding="utf-8")
    (project.root / "knowledge/contacts/unia.yml").write_text("name: [\n", encoding="utf-8")
    assert [one.path for one in project.problems()] == [LIVC, "knowledge/contacts/unia.yml"]


def test_an_article_in_another_encoding_is_one_problem(project: Planted) -> None:
    (project.root / LIVC).write_bytes("---\ntitle: één".encode("latin-1"))
    project.finds(LIVC, 2, "UTF-8")


@pytest.mark.parametrize(("text", "says"), TEXT)
def test_text_that_may_not_be_shown(project: Planted, text: str, says: str) -> None:
    line = project.line(LIVC, PUBLIC)
    project.change(LIVC, PUBLIC, text)
    project.finds(LIVC, line, says)


@pytest.mark.parametrize("text", ALLOWED)
def test_text_that_is_right(project: Planted, text: str) -> None:
    project.change(LIVC, PUBLIC, text)
    assert project.problems() == []


def test_the_theological_hotline_has_no_number(project: Planted) -> None:
    path = "knowledge/answers/theologische_hulplijn.md"
    project.change(path, "# Meer\n", "# Meer\n\nBel [deze lijn](tel:021234567).\n")
    project.finds(path, project.line(path, "tel:"), "geen telefoonnummer")


def test_a_topic_without_an_article_is_told_in_the_catalogue(project: Planted) -> None:
    (project.root / LIVC).unlink()
    topics = "knowledge/topics.yml"
    project.finds(topics, project.line(topics, "  livc:"), "maak knowledge/answers/livc.md")


def test_an_article_without_a_topic(project: Planted) -> None:
    (project.root / LIVC).rename(project.root / "knowledge/answers/lokaal.md")
    paths = [one.path for one in project.problems()]
    assert paths == ["knowledge/answers/lokaal.md", "knowledge/topics.yml"]


def test_a_file_of_another_kind_is_told(project: Planted) -> None:
    (project.root / "knowledge/answers/nota.docx").write_text("", encoding="utf-8")
    project.finds("knowledge/answers/nota.docx", 1, "alleen bestanden op .md")


def test_an_article_without_a_text_for_a_first_line_worker_is_found(project: Planted) -> None:
    written = "# Voor hulpverlener\n\nVraag het aan de contactpersoon voor uw sector.\n"
    project.change(LIVC, written, "")
    project.finds(LIVC, project.line(LIVC, "# Kort"), "voeg een deel '# Voor hulpverlener' toe")
