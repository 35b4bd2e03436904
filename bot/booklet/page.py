"""The booklet as one Dutch page for screen and paper (A4), that needs nothing from outside itself."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.booklet.contents import Chapter, chapters
from bot.booklet.fixed import cards, fixed_answers, spoken
from bot.booklet.referrals import departments, groups, in_words
from bot.knowledge.library import Library
from bot.markdown import as_html
from bot.statistics.notation import day, enumeration

_YEAR, _MONTH = 4, 7
"""Characters of a date that is known no closer."""


def _source_date(written: str) -> str:
    """2018 stays, 2018-09 → 09/2018, 2018-09-14 → 14 september 2018."""
    if len(written) == _YEAR:
        return written
    if len(written) == _MONTH:
        return f"{written[5:]}/{written[:4]}"
    return day(date.fromisoformat(written))


def _templates(library: Library) -> Environment:
    made = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.filters |= {
        "markdown": as_html,
        "day": day,
        "source_date": _source_date,
        "labels": partial(in_words, library),
        "capital": lambda text: text[:1].upper() + text[1:],
        "enumeration": enumeration,
    }
    return made


def render(library: Library, *, domain: Path, topics: Path, today: date) -> str:
    """The whole page; raises ConfigurationError (Dutch) when the fixed answers cannot be read."""
    found = chapters(library, today)
    contacts = sorted(library.contacts.values(), key=lambda one: one.name.casefold())
    return (
        _templates(library)
        .get_template("booklet.html.j2")
        .render(
            chapters=found,
            contacts=contacts,
            groups=groups(library),
            departments=departments(library),
            facts=_count_facts(found) + sum(len(one.to_verify) for one in contacts),
            past=[entry for chapter in found for entry in chapter.entries if entry.is_past],
            fixed=fixed_answers(domain, topics),
            spoken=spoken(library),
            cards=cards(),
            today=today,
        )
    )


def _count_facts(found: tuple[Chapter, ...]) -> int:
    return sum(len(entry.article.to_verify) for one in found for entry in one.entries)
