"""knowledge/answers: an article for every topic, with the fields and sections that the product needs."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from bot.checking.articlefile import ArticleFile
from bot.checking.aspects import aside_headings
from bot.checking.cited import check_cited, sourced
from bot.checking.claims import Claim, read_claims
from bot.checking.emergency import check_short_numbers
from bot.checking.markdown import check_markdown
from bot.checking.persons import check_persons_in
from bot.checking.problem import Problem
from bot.checking.project import ANSWERS, CONTACTS, ROUTING, TOPICS, Project
from bot.checking.rules import (
    SOURCE,
    TO_VERIFY,
    Finding,
    Rule,
    day,
    fields,
    items,
    known,
    review_dates,
    text,
)
from bot.checking.statements import check_article_statements
from bot.knowledge.articles import Variant
from bot.knowledge.routing import Group

COMPULSORY = ("Kort", "Meer")
SECTIONS = (*COMPULSORY, *(f"Voor {one}" for one in Variant))


def check_answers(project: Project) -> Iterator[Problem]:
    """Every article, and the agreement of articles and topics."""
    topics = project.topics()
    written = project.stems(ANSWERS, ".md")
    for topic, line in (topics or {}).items():
        if topic not in written:
            message = f"'{topic}' heeft geen artikel; maak {ANSWERS}/{topic}.md"
            yield Problem(TOPICS, line, message)
    front_matter = _front_matter(project)
    claims = yield from read_claims(project)
    titles = sourced(project)
    for path in project.files(ANSWERS, ".md"):
        name = Path(path).stem
        if topics is not None and name not in topics:
            hint = f"verwijder deze kopie, of geef ze de naam van een onderwerp in {TOPICS}"
            yield Problem(path, 1, f"er is geen onderwerp '{name}'; {hint}")
        article = project.article(path)
        if article is not None:
            for line, message in (
                *front_matter(article.meta),
                *_check_article(project, claims, name, article),
                *check_cited(titles, article),
                *check_short_numbers(article.lines()),
                *check_persons_in(article.lines()),
            ):
                yield Problem(path, line, message)


def _check_article(
    project: Project, claims: tuple[Claim, ...], topic: str, article: ArticleFile
) -> Iterator[Finding]:
    yield from review_dates(article.meta)
    for one in article.meta.each("related"):
        if one.text == topic:
            yield one.line, "het artikel verwijst bij 'related' naar zichzelf; haal het weg"
    yield from _check_sections(article, aside_headings(project))
    yield from _check_variants(project, topic, article)
    yield from check_markdown(article)
    yield from check_article_statements(claims, topic, article)


def _front_matter(project: Project) -> Rule:
    contacts = project.stems(CONTACTS, ".yml")
    return fields(
        {
            "title": text,
            "question": text,
            "reviewed": day,
            "review_by": day,
            "sources": items(SOURCE, least=1),
            "to_verify": items(TO_VERIFY),
            "related": items(known(project.topics(), "het onderwerp", TOPICS)),
            "more": items(known(contacts, "het contact", CONTACTS)),
        }
    )


def _check_sections(article: ArticleFile, asides: tuple[str, ...]) -> Iterator[Finding]:
    for name in COMPULSORY:
        if name not in article.names():
            yield (
                article.body_line,
                f"het deel '# {name}' ontbreekt; schrijf een regel '# {name}' met de tekst eronder",
            )
    if article.loose:
        yield article.loose[0][0], "deze tekst staat boven het eerste deel; zet ze onder '# Kort'"
    seen: set[str] = set()
    for section in article.sections:
        if section.name not in (*SECTIONS, *asides):
            choice = ", ".join((*SECTIONS, *asides))
            yield (
                section.line,
                f"de kop '# {section.name}' is onbekend; schrijf precies een van deze: {choice}",
            )
        if section.name in seen:
            yield section.line, f"het deel '# {section.name}' staat er twee keer; voeg ze samen"
        seen.add(section.name)
        if section.is_empty:
            yield (
                section.line,
                f"het deel '# {section.name}' is leeg; schrijf een tekst of haal het weg",
            )


def _check_variants(project: Project, topic: str, article: ArticleFile) -> Iterator[Finding]:
    """Who does not get the full text must find one of his own, and a first-line worker never gets it."""
    if f"Voor {Variant.HULPVERLENER}" not in article.names():
        reason = "anders leest een hulpverlener de tekst die voor besturen bedoeld is"
        yield article.body_line, f"voeg een deel '# Voor hulpverlener' toe: {reason}"
    routing = project.yaml(ROUTING)
    rows = None if routing is None else routing.get("topics")
    row = None if rows is None else rows.get(topic)
    if row is None:
        return
    complete = {one.text for one in row.each("volledig")}
    readers = {Group.PUBLIEK, Group.ONBEKEND}
    if f"Voor {Variant.ONDERWIJS}" not in article.names():
        readers.add(Group.ONDERWIJS)
    missing = sorted(readers - complete)
    if missing and f"Voor {Variant.PUBLIEK}" not in article.names():
        who = " en ".join(missing)
        reason = f"volgens {ROUTING} leest de groep {who} niet de volledige tekst"
        yield article.body_line, f"voeg een deel '# Voor publiek' toe: {reason}"
