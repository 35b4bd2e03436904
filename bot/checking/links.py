"""The links of articles, contacts and fixed answers: where each stands, and whether it is well formed.

`bot.checking.online` follows them; here nothing leaves the machine.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from urllib.parse import SplitResult, parse_qsl, urlsplit, urlunsplit

from bot.checking.problem import Problem
from bot.checking.project import ANSWERS, CONTACTS, DOMAIN, Project
from bot.checking.values import Value

_WEB = re.compile(r"(?:https?://|www\.)[^\s)>\]\"']+", re.IGNORECASE)
_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|msclkid|mc_[ce]id|igshid|_ga|_hs\w+|yclid", re.IGNORECASE
)
_HOST = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+")


@dataclass(frozen=True, order=True)
class Place:
    """Where a link stands."""

    path: str
    line: int

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


Links = Mapping[str, tuple[Place, ...]]
"""Every address as it is written, with its places, in order of address."""


def all_links(project: Project) -> Links:
    """The links of everything that a visitor or an editor is sent to."""
    found: dict[str, set[Place]] = defaultdict(set)
    for path, line, text in _texts(project):
        for url in _WEB.findall(text):
            found[url.rstrip(".,;:!?*")].add(Place(path, line))
    return {url: tuple(sorted(found[url])) for url in sorted(found)}


def check_links(links: Links) -> list[Problem]:
    """What is wrong with the form of the links, sorted by place."""
    spellings = _spellings(links)
    found = [
        Problem(place.path, place.line, f"de link '{url}' {message}")
        for url, places in links.items()
        for message in (*_faults(url), *_other_spelling(url, spellings))
        for place in places
    ]
    return sorted(found)


def _texts(project: Project) -> Iterator[tuple[str, int, str]]:
    for path in project.files(ANSWERS, ".md"):
        article = project.article(path)
        if article is not None:
            yield from ((path, line, text) for line, text in _scalars(article.meta))
            yield from ((path, line, text) for line, text in article.lines())
    for path in (*project.files(CONTACTS, ".yml"), DOMAIN):
        value = project.yaml(path)
        if value is not None:
            yield from ((path, line, text) for line, text in _scalars(value))


def _scalars(value: Value) -> Iterator[tuple[int, str]]:
    inner = value.data.values() if isinstance(value.data, dict) else value.each()
    for one in inner:
        yield from _scalars(one)
    if value.text:
        yield value.line, value.text


def _faults(url: str) -> Iterator[str]:
    parts = _split(url)
    if parts is None or parts.scheme != "https":
        yield "begint niet met https://; schrijf het volledige adres"
    if parts is None or not _HOST.fullmatch(parts.netloc.lower()):
        yield "heeft geen gewone naam van een website; kijk het adres na"
    elif parts.netloc != parts.netloc.lower():
        yield "heeft hoofdletters in de naam van de website; gebruik kleine letters"
    if parts is not None and (tracking := _tracking(parts)):
        yield f"volgt de lezer met '{tracking}'; gebruik {_without_tracking(parts)}"


def _split(url: str) -> SplitResult | None:
    try:
        return urlsplit(url if "://" in url else f"//{url}")
    except ValueError:
        return None


def _tracking(parts: SplitResult) -> str | None:
    names = (name for name, _ in parse_qsl(parts.query, keep_blank_values=True))
    return next((one for one in names if _TRACKING.fullmatch(one)), None)


def _without_tracking(parts: SplitResult) -> str:
    kept = (one for one in parts.query.split("&") if not _TRACKING.fullmatch(one.split("=")[0]))
    return urlunsplit(parts._replace(query="&".join(kept)))


def _same_page(url: str) -> str:
    """One spelling for addresses that almost surely lead to the same page."""
    parts = _split(url)
    if parts is None:
        return url
    host = parts.netloc.lower().removeprefix("www.")
    return f"{host}{parts.path.rstrip('/')}?{parts.query}#{parts.fragment}"


def _spellings(links: Links) -> dict[str, str]:
    """The spelling to keep for each page: the one that is used most, then the shortest."""
    used = Counter({url: len(places) for url, places in links.items()})
    pages: dict[str, list[str]] = defaultdict(list)
    for url in links:
        pages[_same_page(url)].append(url)
    return {page: _best(urls, used) for page, urls in pages.items()}


def _best(urls: Iterable[str], used: Counter[str]) -> str:
    return min(urls, key=lambda one: (not one.startswith("https://"), -used[one], len(one), one))


def _other_spelling(url: str, spellings: Mapping[str, str]) -> Iterator[str]:
    kept = spellings[_same_page(url)]
    if url != kept:
        yield f"staat elders als '{kept}'; schrijf ze overal gelijk"
