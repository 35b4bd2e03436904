"""Laws and judgments that an article names by date or number: each must be the source of an article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.checking.articlefile import ArticleFile
from bot.checking.project import ANSWERS, Project
from bot.checking.rules import Finding
from bot.checking.values import Value

JUDGMENT = "arrest"
"""How one is named, before its number."""

_DAY = r"\d{1,2} [a-z]+ \d{4}"
_LAW = re.compile(rf"\b(wet|decreet|koninklijk besluit) van ({_DAY})", re.IGNORECASE)
_CASE = re.compile(rf"\barrest (?:nr\. )?(\d+/\d{{4}})(?: van ({_DAY}))?", re.IGNORECASE)


def sourced(project: Project) -> str:
    """The titles of the sources of all articles, in which a law must stand."""
    articles = (project.article(path) for path in project.files(ANSWERS, ".md"))
    return "\n".join(_titles(one.meta) for one in articles if one is not None)


def check_cited(titles: str, article: ArticleFile) -> Iterator[Finding]:
    """What is named that no source is about: a wrong day, month, year or number.

    A judgment must be a source of the article itself: an article that names one rests on it.
    """
    own = _titles(article.meta)
    for number, line in article.lines():
        for named in _named(line):
            if named.casefold() not in (own if named.startswith(JUDGMENT) else titles):
                hint = "kijk de datum en het nummer na, of zet het bij 'sources'"
                yield number, f"geen bron gaat over '{named}'; {hint}"


def _titles(meta: Value) -> str:
    found = (source.get("title") for source in meta.each("sources"))
    return "\n".join(one.text for one in found if one is not None).casefold()


def _named(line: str) -> Iterator[str]:
    for law in _LAW.finditer(line):
        yield f"{law[1].lower()} van {law[2]}"
    for judgment in _CASE.finditer(line):
        day = f" van {judgment[2]}" if judgment[2] else ""
        yield f"{JUDGMENT} nr. {judgment[1]}{day}"
