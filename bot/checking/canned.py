"""knowledge/canned: the ready-made sentences of the helpdesk, so that none breaks the page of a conversation."""

from __future__ import annotations

import re
from collections.abc import Iterator

from bot.checking.problem import Problem
from bot.checking.project import CANNED, Project
from bot.checking.rules import fields, text
from bot.knowledge.canned import CONTACT, MUNICIPALITY

MOST = 12
"""More than that nobody reads through while a visitor waits."""

SHAPE = fields({"title": text})
_FILLED_IN = re.compile(r"\{[^}\n]*\}?")


def check_canned(project: Project) -> Iterator[Problem]:
    """A title, one part with the text, and nothing to fill in but what is known."""
    files = project.files(CANNED, ".md")
    if len(files) > MOST:
        yield Problem(files[MOST], 1, f"er zijn meer dan {MOST} standaardzinnen; verwijder er")
    for path in files:
        article = project.article(path)
        if article is None:
            continue
        for line, message in SHAPE(article.meta):
            yield Problem(path, line, message)
        if article.names() != {"Tekst"} or article.sections[0].is_empty:
            yield Problem(path, 1, "zet de zin onder één kop: # Tekst")
        for line, written in article.lines():
            for found in _FILLED_IN.findall(written):
                if found not in (MUNICIPALITY, CONTACT):
                    known = f"alleen {MUNICIPALITY} en {CONTACT} worden ingevuld"
                    yield Problem(path, line, f"'{found}' kan niet; {known}")
