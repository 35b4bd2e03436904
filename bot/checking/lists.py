"""The two lists that editors work from, as Dutch lines and as JSON: all links, and what is due for review."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from bot.checking.links import Links, all_links, check_links
from bot.checking.online import Followed, Progress, State, follow
from bot.checking.problem import Problem
from bot.checking.project import ANSWERS, Project
from bot.checking.stale import SOON, Due, Fact, Vague, due, facts, vague

OFFLINE = "Geen verbinding met het internet: de links zijn niet gevolgd. Probeer het later opnieuw."


@dataclass(frozen=True)
class LinkList:
    """Every link, what is wrong with its form and, when they were followed, where it led."""

    links: Links
    problems: list[Problem]
    followed: Mapping[str, Followed] | None = None

    @property
    def failed(self) -> bool:
        """Whether an editor has something to mend; being offline or doubtful is nothing to mend."""
        return bool(self.problems)

    def data(self) -> dict[str, Any]:
        """For JSON."""
        rows = []
        for url, places in self.links.items():
            row: dict[str, Any] = {"url": url, "places": places}
            if self.followed is not None:
                row |= {"state": self.followed[url].state, "reason": self.followed[url].reason}
            rows.append(row)
        return {"links": rows, "problems": self.problems}

    def lines(self) -> Iterator[str]:
        """For a reader."""
        for url, places in self.links.items():
            yield f"{url}{self._outcome(url)}"
            yield from (f"    {place}" for place in places)
        yield ""
        total = sum(map(len, self.links.values()))
        yield f"{len(self.links)} links, op {total} plaatsen."
        if self.followed is not None:
            yield self._summary(self.followed)

    def _outcome(self, url: str) -> str:
        found = None if self.followed is None else self.followed[url]
        if found is None or found.state in (State.OK, State.OFFLINE):
            return ""
        return f"  [{found.state.label}: {found.reason}]"

    @staticmethod
    def _summary(followed: Mapping[str, Followed]) -> str:
        counted = Counter(one.state for one in followed.values())
        if State.OFFLINE in counted:
            return OFFLINE
        parts = (f"{counted[state]} {state.label}" for state in State if counted[state])
        return f"Gevolgd: {', '.join(parts)}."


@dataclass(frozen=True)
class StaleList:
    """What is due for review on a day, the facts to verify, and the sources to make more precise."""

    on: date
    due: list[Due]
    facts: list[Fact]
    vague: list[Vague]
    problems: list[Problem]
    """Files that could not be read, so that nobody knows when they are due."""

    @property
    def failed(self) -> bool:
        """Whether something is past its date already."""
        return bool(self.problems) or any(one.is_past for one in self.due)

    def data(self) -> dict[str, Any]:
        """For JSON."""
        return {
            "on": self.on,
            "past": [one for one in self.due if one.is_past],
            "soon": [one for one in self.due if not one.is_past],
            "to_verify": self.facts,
            "vague_sources": self.vague,
            "problems": self.problems,
        }

    def lines(self) -> Iterator[str]:
        """For a reader."""
        past = [one for one in self.due if one.is_past]
        soon = [one for one in self.due if not one.is_past]
        yield from _block(f"Voorbij de datum op {self.on}", map(_due, past))
        yield from _block(f"Na te kijken binnen {SOON} dagen", map(_due, soon))
        yield from _block(
            "Feiten te controleren", (line for one in self.facts for line in _fact(one))
        )
        yield from _block(
            "Bronnen zonder eigen pagina of zonder datum",
            (line for one in self.vague for line in _vague(one)),
        )
        yield (
            f"{len(past)} voorbij, {len(soon)} binnenkort, {len(self.facts)} feiten te controleren, "
            f"{len(self.vague)} bronnen nauwkeuriger te maken."
        )


def link_list(
    root: Path, knowledge: Path | None = None, *, online: bool, progress: Progress
) -> LinkList:
    """List and check the links of a project; follow them when `online`."""
    project = Project(root, knowledge)
    links = all_links(project)
    problems = check_links(links)
    followed = follow(links, progress=progress) if online else None
    if followed is not None:
        problems += [
            Problem(place.path, place.line, f"de link '{url}' is stuk: {followed[url].reason}")
            for url, places in links.items()
            if followed[url].state is State.BROKEN
            for place in places
        ]
    return LinkList(links, sorted({*problems, *_nothing(project), *project.problems}), followed)


def stale_list(root: Path, knowledge: Path | None = None, *, on: date) -> StaleList:
    """What the editors of a project have to look at on a day."""
    project = Project(root, knowledge)
    listed = due(project, on), facts(project), vague(project)
    return StaleList(on, *listed, sorted({*_nothing(project), *project.problems}))


def _nothing(project: Project) -> Iterator[Problem]:
    """An empty list of an empty folder would look like a project in order."""
    if not project.files(ANSWERS, ".md"):
        yield Problem(ANSWERS, 1, "hier staat geen enkel artikel; kijk of dit de juiste map is")


def _block(title: str, lines: Iterator[str]) -> Iterator[str]:
    yield f"{title}:"
    yield from [f"  {line}" for line in lines] or ["  niets"]
    yield ""


def _due(one: Due) -> str:
    ago = -one.days
    if ago > 0:
        when = f"{ago} {'dag' if ago == 1 else 'dagen'} te laat"
    elif ago == 0:
        when = "vandaag"
    else:
        when = f"nog {one.days} {'dag' if one.days == 1 else 'dagen'}"
    return f"{one.review_by}  {one.title} ({when})  {one.path}:{one.line}"


def _fact(one: Fact) -> Iterator[str]:
    yield f"{one.title}: {one.fact}"
    yield f"    kijk op {one.where}  ({one.path}:{one.line})"


def _vague(one: Vague) -> Iterator[str]:
    """An editor looks up the page itself, never a guess."""
    wrong = [
        *(["de link is de voorpagina"] if one.front_page else []),
        *(["geen datum"] if one.undated else []),
    ]
    yield f"{one.source}: {' en '.join(wrong)} ({one.url})"
    yield from (f"    {place}" for place in one.places)
