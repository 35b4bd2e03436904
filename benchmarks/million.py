"""The monthly report over a million messages: `python -m benchmarks.million [--messages N]`.

Makes a database of three years with as many messages as told, a twelfth of a year in each month, and times the real
command in a process of its own, start of Python and opening of the database included, by the clock and by the
processor (which other work on the machine lengthens less). Prints one JSON object.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert
from sqlalchemy.orm import Session

from bot.database.connection import Database
from bot.database.migrate import migrate
from bot.knowledge.catalogue import Audience
from bot.knowledge.library import Library, load_library
from bot.registration.models import (
    Channel,
    ContactRecord,
    HandoverEnd,
    HandoverRecord,
    Outcome,
    OutcomeRecord,
    QuestionRecord,
    ReferralRecord,
)
from bot.settings import PROJECT, Settings

MONTH = "2025-06"
FIRST, DAYS = datetime(2023, 1, 1, tzinfo=UTC), 3 * 365
MESSAGES_A_CONTACT = 4
BATCH = 20_000


def main() -> int:
    """Fill a database, report one month of it, print what it took."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--messages", type=int, default=1_000_000)
    chosen = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        url = f"sqlite:///{Path(folder) / 'wegwijs.sqlite'}"
        _fill(url, chosen.messages)
        print(json.dumps({"messages": chosen.messages, **_measure(url)}))
    return 0


def _fill(url: str, messages: int) -> None:
    library = load_library(Settings.from_environment().knowledge)
    draw = random.Random(7)  # noqa: S311 - made figures, no secret
    database = Database(url)
    try:
        migrate(database)
        contacts = messages // MESSAGES_A_CONTACT
        for start in range(0, contacts, BATCH):
            rows = list(_contacts(library, draw, range(start, min(start + BATCH, contacts))))
            database.run(lambda session, rows=rows: _insert(session, rows))
            print(f"{min(start + BATCH, contacts)} van {contacts} contacten", file=sys.stderr)
    finally:
        database.close()


def _contacts(library: Library, draw: random.Random, numbers: range) -> Iterator[dict[str, Any]]:
    topics, services = list(library.catalogue.topics), list(library.contacts.values())
    municipalities = [*library.municipalities, None]
    for number in numbers:
        at = FIRST + timedelta(seconds=draw.randrange(DAYS * 86_400))
        asked = draw.sample(topics, draw.choice((1, 1, 2)))
        yield {
            "contact": {
                "id": f"{number:032x}",
                "channel": draw.choice(list(Channel)).value,
                "audience": draw.choice(list(Audience)).value,
                "municipality": draw.choice(municipalities),
                "opened_at": at,
                "test": False,
            },
            "questions": [(topic, draw.choice([*services, None, None, None])) for topic in asked],
            "verdicts": [draw.choice((True, True, False, None, None, None)) for _ in asked],
            "waited": draw.randrange(10, 1800) if draw.random() < 0.1 else None,
            "outcomes": [draw.choice(list(Outcome)).value for _ in range(MESSAGES_A_CONTACT)],
        }


def _insert(session: Session, rows: list[dict[str, Any]]) -> None:
    session.execute(insert(ContactRecord), [row["contact"] for row in rows])
    questions, referrals, outcomes = [], [], []
    for row in rows:
        contact, at = row["contact"]["id"], row["contact"]["opened_at"]
        for place, (topic, service) in enumerate(row["questions"]):
            key = 2 * int(contact, 16) + place + 1
            questions.append(
                {
                    "id": key,
                    "contact_id": contact,
                    "topic": topic,
                    "asked_at": at,
                    "useful": row["verdicts"][place],
                }
            )
            if service is not None:
                referrals.append(
                    {
                        "question_id": key,
                        "contact": service.id,
                        "group": service.group.value,
                        "by": "bot",
                        "at": at,
                    }
                )
        outcomes += [{"contact_id": contact, "outcome": one, "at": at} for one in row["outcomes"]]
    session.execute(insert(QuestionRecord), questions)
    session.execute(insert(ReferralRecord), referrals)
    session.execute(insert(OutcomeRecord), outcomes)
    session.execute(insert(HandoverRecord), [_handover(row) for row in rows if row["waited"]])


def _handover(row: dict[str, Any]) -> dict[str, Any]:
    asked = row["contact"]["opened_at"]
    claimed = asked + timedelta(seconds=row["waited"])
    return {
        "contact_id": row["contact"]["id"],
        "asked_at": asked,
        "claimed_at": claimed,
        "ended_at": claimed + timedelta(minutes=10),
        "ended_as": HandoverEnd.CLOSED.value,
    }


def _measure(url: str) -> dict[str, Any]:
    seconds, cpu, totals = [], [], {}
    for _ in range(3):
        began, used = time.perf_counter(), _cpu()
        done = subprocess.run(  # noqa: S603
            [sys.executable, "-m", "bot.cli", "report", "--month", MONTH],
            cwd=PROJECT,
            env={**os.environ, "WEGWIJS_DATABASE_URL": url},
            capture_output=True,
            check=True,
        )
        seconds.append(round(time.perf_counter() - began, 2))
        cpu.append(round(_cpu() - used, 2))
        totals = json.loads(done.stdout)["totals"]
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    return {
        "month": MONTH,
        "totals": totals,
        "seconds": seconds,
        "cpu_seconds": cpu,
        "peak_mb": round(peak),
    }


def _cpu() -> float:
    """What the processes that ended have used."""
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


if __name__ == "__main__":
    raise SystemExit(main())
