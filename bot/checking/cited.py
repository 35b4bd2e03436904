"""Laws and judgments that an article names by date or number: each must be a source of some article."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.checking.articlefile import ArticleFile
from bot.checking.project import ANSWERS, Project
from bot.checking.rules import Finding

_DAY = r"\d{1,2} [a-z]+ \d{4}"
_LAW = re.compile(rf"\b(wet|decreet|koninklijk besluit) van ({_DAY})", re.IGNORECASE)
_JUDGMENT = re.compile(rf"\barrest (?:nr\. )?(\d+/\d{{4}})(?: van ({_DAY}))?", re.IGNORECASE)


def sourced(project: Project) -> str:
    """The titles of all sources, in which a law or a judgment must stand."""
    articles = (project.article(path) for path in project.files(ANSWERS, ".md"))
    titles = (
        title.text
        for article in articles
        if article is not None
        for source in article.meta.each("sources")
        if (title := source.get("title")) is not None
    )
    return "\n".join(titles).casefold()


def check_cited(titles: str, article: ArticleFile) -> Iterator[Finding]:
    """What is named that no source is about: a wrong day, month, year or number."""
    for number, line in article.lines():
        for named in _named(line):
            if named.casefold() not in titles:
                hint = "kijk de datum en het nummer na, of zet het bij 'sources'"
                yield number, f"geen enkele bron gaat over '{named}'; {hint}"


def _named(line: str) -> Iterator[str]:
    for law in _LAW.finditer(line):
        yield f"{law[1].lower()} van {law[2]}"
    for judgment in _JUDGMENT.finditer(line):
        day = f" van {judgment[2]}" if judgment[2] else ""
        yield f"arrest nr. {judgment[1]}{day}"
