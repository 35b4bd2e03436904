"""What may not be said: knowledge/claims.yml proves itself, and every text of the real knowledge is held against it."""

from __future__ import annotations

from functools import cache

import pytest
import yaml

from bot.checking.articlefile import read_article
from bot.checking.claims import Claim, read_claims
from bot.checking.project import CLAIMS, Project
from bot.checking.statements import check_article_statements
from bot.knowledge.articles import Article, load_article
from bot.knowledge.contacts import Contact, load_contact
from bot.settings import PROJECT

from .conftest import Planted

LIVC = "knowledge/answers/livc.md"
UNIA = "knowledge/contacts/unia.yml"
PUBLIC = "Een lokaal overleg over veiligheid."
ENTRIES = yaml.safe_load((PROJECT / CLAIMS).read_text(encoding="utf-8"))["claims"]
ARTICLES = [load_article(path) for path in sorted((PROJECT / "knowledge/answers").glob("*.md"))]
CONTACTS = [load_contact(path) for path in sorted((PROJECT / "knowledge/contacts").glob("*.yml"))]

NEVER = [
    # what facts.md marks te controleren, or corrects, in the words of a hurried editor
    "Het nieuwe Strafwetboek geldt sinds 8 april 2026.",
    "Dat staat in artikel 458 van het Strafwetboek.",
    "Het spreekrecht staat in artikel 458bis.",
    "Vandaag niveau 3 voor het hele land.",
    "Plan R stuurt het beleid.",
    "Een OCMW moet terrorisme uit eigen beweging melden.",
    "Er bestaat een theologische hulplijn.",
    "De Moslimexecutieve is het officiële orgaan.",
    "U kunt terecht bij de expertenpool.",
    "Stuur een mail naar [ons](mailto:radicalisering@vvsg.be).",
    "Meld het bij het federaal terreurmeldpunt.",
    "Een ambtenaar kost 60.000 euro.",
    "In 2026 is er 2 miljoen euro.",
    "De burgemeester krijgt de voorwaarden van de terugkeerder.",
    "De burgemeester heeft toegang tot de gegevensbank.",
    "De omzendbrief is formeel opgeheven.",
    "De meldplicht voor OCMW-personeel geldt nog altijd.",
    "U moet geheimen melden op de LIVC R.",
    "Het niveau is vandaag drie.",
    "Er is een lijn voor theologisch advies op 02 123 45 67.",
    "De LIVC R-wet verwijst al naar art. 353 § 2.",
    "De LTF bestaat uit de politie, het OCAD en het parket.",
    "Deelnemen geeft een spreekplicht.",
    "U bent dan verplicht om te spreken.",
    "Wie deelneemt, moet er alles zeggen wat hij weet.",
    "Het Grondwettelijk Hof bevestigde die plicht in 2019.",
    "Wie het geheim schendt, riskeert een straf van niveau 3.",
]


def sentences(kind: str) -> list[object]:
    return [
        pytest.param(entry.get("topics", ["livc"])[0], sentence, entry["reason"], id=sentence)
        for entry in ENTRIES
        for sentence in entry.get(kind, ())
    ]


@cache
def claims() -> tuple[Claim, ...]:
    """The real list, of which nothing may be wrong."""
    reading = read_claims(Project(PROJECT))
    try:
        pytest.fail(str(next(reading)))
    except StopIteration as done:
        read: tuple[Claim, ...] = done.value
        return read


def found(topic: str, sentence: str) -> list[str]:
    article = read_article(f"---\ntitle: LIVC R\n---\n# Kort\n\n{sentence}\n")
    return [message for _, message in check_article_statements(claims(), topic, article)]


def said_by(article: Article) -> str:
    """Every text of an article, also for schools and first-line workers."""
    return "\n".join((article.short, article.long, *article.variants.values()))


@pytest.mark.parametrize(("topic", "sentence", "reason"), sentences("wrong"))
def test_a_wrong_sentence_is_found_with_its_reason(topic: str, sentence: str, reason: str) -> None:
    assert any(reason in one for one in found(topic, sentence))


@pytest.mark.parametrize(("topic", "sentence", "reason"), sentences("right"))
def test_a_right_sentence_is_let_be(topic: str, sentence: str, reason: str) -> None:
    assert found(topic, sentence) == []


@pytest.mark.parametrize("sentence", NEVER)
def test_what_is_still_to_be_verified_cannot_be_stated(sentence: str) -> None:
    assert found("livc", sentence)


@pytest.mark.parametrize("section", ["Kort", "Meer", "Voor publiek"])
def test_every_section_is_read(project: Planted, section: str) -> None:
    project.change(LIVC, f"# {section}\n", f"# {section}\n\nPlan R regelt dit.\n")
    project.finds(LIVC, project.line(LIVC, "Plan R"), "Strategie T.E.R.")


def test_what_sets_a_claim_right_stands_in_the_same_section(project: Planted) -> None:
    project.change(LIVC, "# Voor publiek\n", "Plan R regelt dit.\n\n# Voor publiek\n\nVroeger.\n")
    project.finds(LIVC, project.line(LIVC, "Plan R"), "Strategie T.E.R.")


def test_a_contact_claims_nothing_either(project: Planted) -> None:
    project.change(UNIA, "info@unia.be", "radicalisering@vvsg.be")
    project.finds(UNIA, project.line(UNIA, "email:"), "nog actief")


def test_a_contact_does_not_state_what_it_lists_to_verify(project: Planted) -> None:
    fact = (
        "to_verify:\n  - fact: Voor wie discriminatie wil melden.\n    where: https://www.unia.be"
    )
    project.change(UNIA, "to_verify: []", fact)
    project.finds(UNIA, project.line(UNIA, "what_for:"), "to_verify")


def test_what_nobody_knows_whether_it_is_so_is_not_stated(project: Planted) -> None:
    fact = "to_verify:\n  - fact: Of de dienst in Vilvoorde nog gratis tolken geeft.\n    where: https://www.vvsg.be"
    old = "to_verify:\n  - fact: De actuele versie van het draaiboek LIVC R.\n    where: https://www.vvsg.be"
    project.change(LIVC, old, fact)
    project.change(LIVC, PUBLIC, "Vraag of de dienst in Vilvoorde soms gratis tolken geeft.")
    claimed = "De dienst in Vilvoorde geeft aan elk gezin gratis tolken."
    project.change(LIVC, "Een LIVC R is een lokaal overleg.", claimed)
    project.finds(LIVC, project.line(LIVC, claimed), "to_verify")


FAULTS = [
    # old, new, on the line with, says
    ("phrase: '8 april 2026'", "phrase: '8 april ('", "'8 april ('", "dit patroon klopt niet"),
    ("phrase: '8 april 2026'", "phrase: '9 april 2026'", "Sinds 8 april", "wordt niet gevonden"),
    ("phrase: '8 april 2026'", "phrase: '202'", "Sinds 1 september", "goede zin wordt gevonden"),
    ("topics: [theologische_hulplijn]", "topics: [hulplijn]", "[hulplijn]", "bestaat niet"),
    ('wrong: ["Lees ook COL 04/2018."]', "wrong: []", "wrong: []", "minstens 1"),
]


@pytest.mark.parametrize(("old", "new", "at", "says"), FAULTS)
def test_an_entry_that_guards_nothing_is_told(
    project: Planted, old: str, new: str, at: str, says: str
) -> None:
    project.change(CLAIMS, old, new)
    found = [(one.path, one.line) for one in project.problems() if says in one.message]
    assert (CLAIMS, project.line(CLAIMS, at)) in found


def test_without_the_list_the_check_says_so(project: Planted) -> None:
    (project.root / CLAIMS).unlink()
    project.finds(CLAIMS, 1, "dit bestand ontbreekt")


@pytest.mark.parametrize("article", ARTICLES, ids=lambda one: one.topic)
def test_no_article_states_a_fact_that_it_lists_to_verify(article: Article) -> None:
    said = said_by(article).casefold()
    stated = [one.fact for one in article.to_verify if one.fact.rstrip(".").casefold() in said]
    assert stated == []


@pytest.mark.parametrize("article", ARTICLES, ids=lambda one: one.topic)
def test_every_source_of_an_article_has_a_title_a_publisher_and_a_safe_link(
    article: Article,
) -> None:
    assert article.sources
    for source in article.sources:
        assert source.title.strip()
        assert source.publisher.strip()
        assert source.url.startswith("https://")
    assert article.review_by > article.reviewed


@pytest.mark.parametrize("contact", CONTACTS, ids=lambda one: one.id)
def test_every_contact_has_a_source_and_a_review_date(contact: Contact) -> None:
    assert contact.sources
    assert contact.review_by > contact.reviewed
