"""The figures of a month counted a second time, in plain Python over the history itself."""

from __future__ import annotations

from collections import Counter
from datetime import datetime
from zoneinfo import ZoneInfo

from bot.knowledge.library import Library
from bot.statistics.measures import MEASURES
from bot.statistics.movers import Mover
from bot.statistics.periods import Month
from tests.common.histories import Contact, Handover, verdict_on

PROVINCES = {"44021": "Oost-Vlaanderen", "11002": "Antwerpen"}

BRUSSELS = ZoneInfo("Europe/Brussels")


def recount(history: list[Contact], month: str, library: Library) -> dict[str, Counter[str]]:
    """The same tables in plain Python: every moment is put on the wall clock of Brussels and compared by name."""
    tables: dict[str, Counter[str]] = {one.id: Counter() for one in MEASURES}
    tables |= {"_contacts": Counter(), "_questions": Counter(), "_referred": Counter()}
    for contact in history:
        if contact.test:
            continue
        if month_of(contact.at) == month:
            tables["_contacts"]["all"] += 1
            tables["channels"][contact.channel.value] += 1
            tables["days"][contact.at.astimezone(BRUSSELS).date().isoformat()] += 1
            tables["audiences"][contact.audience.value] += 1
            tables["municipalities"][contact.municipality or "onbekend"] += 1
            tables["provinces"][PROVINCES.get(contact.municipality, "onbekend")] += 1
        for outcome, at in contact.outcomes:
            if month_of(at) == month:
                tables["outcomes"][outcome.value] += 1
        for one in contact.handovers:
            if month_of(one.at) == month:
                tables["handovers"][came_of(one)] += 1
        for topic in {one.topic for one in contact.asked}:
            times = [one for one in contact.asked if one.topic == topic]
            if month_of(min(one.at for one in times)) == month:
                count_question(
                    tables, topic, set().union(*(one.refer_to for one in times)), library
                )
                if verdict := verdict_on(contact, topic):
                    tables["usefulness"][verdict] += 1
    return tables


def count_question(
    tables: dict[str, Counter[str]], topic: str, refer_to: set[str], library: Library
) -> None:
    known = library.catalogue.topics.get(topic)
    tables["_questions"]["all"] += 1
    tables["topics"][topic] += 1
    tables["natures"][known.nature if known else "onbekend"] += 1
    tables["samples"][known.sample if known else "onbekend"] += 1
    tables["_referred"]["all"] += bool(refer_to)
    tables["referral_contacts"].update(refer_to)
    tables["referral_groups"].update({library.contacts[one].group.value for one in refer_to})


def came_of(one: Handover) -> str:
    if one.waited is not None:
        return "overgenomen"
    if one.talked is None:
        return "wacht"
    return "geannuleerd" if one.cancelled else "niet_opgenomen"


def recount_movers(history: list[Contact], month: Month, library: Library) -> list[Mover]:
    names = [
        str(month),
        f"{month.year}-{month.number - 1:02}",
        f"{month.year - 1}-{month.number:02}",
    ]
    now, then, long_ago = (recount(history, one, library)["topics"] for one in names)
    titles = {one: article.title for one, article in library.articles.items()}
    rows = [
        Mover(
            id=one,
            label=titles.get(one, one),
            count=now[one],
            month_before=then[one],
            year_before=long_ago[one],
        )
        for one in sorted({*now, *then})
        if now[one] != then[one]
    ]
    rows.sort(key=lambda row: row["count"], reverse=True)
    rows.sort(key=lambda row: abs(row["count"] - row["month_before"]), reverse=True)
    return rows[:10]


def recount_seconds(history: list[Contact], month: str) -> dict[str, list[int]]:
    came = [
        one
        for contact in history
        if not contact.test
        for one in contact.handovers
        if month_of(one.at) == month and one.waited is not None
    ]
    return {
        "waiting": [one.waited for one in came],
        "handling": [one.talked for one in came if one.talked is not None],
    }


def month_of(at: datetime) -> str:
    return at.astimezone(BRUSSELS).strftime("%Y-%m")
