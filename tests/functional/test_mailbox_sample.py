"""A made mailbox with the 35 questions of the sample gives the figures of the answer, and gives them once."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from bot.database.connection import Database
from bot.knowledge.catalogue import Audience, ContactId, TopicId
from bot.knowledge.library import load_library
from bot.mailbox.key import open_key
from bot.mailbox.models import KnownMail, MailProposal
from bot.mailbox.store import Chosen, accept

pytestmark = pytest.mark.engine

MAILBOX = Path("tests/functional/mailbox/sample35.mbox")
TRUTH = [
    json.loads(one)
    for one in MAILBOX.with_suffix(".jsonl").read_text(encoding="utf-8").splitlines()
]
MONTHS = ("2026-01", "2026-02", "2026-03")

WRONG_PROPOSALS = 2
"""Of 35: a Flemish official who writes of a city, and an OCMW with the address of its municipality."""


def environment(folder: Path) -> dict[str, str]:
    return {
        **os.environ,
        "WEGWIJS_VAR": str(folder),
        "WEGWIJS_DATABASE_URL": f"sqlite:///{folder / 'wegwijs.sqlite'}",
    }


def command(*arguments: str) -> list[str]:
    return [sys.executable, "-m", "bot.cli", *arguments]


def import_mailbox(folder: Path, *arguments: str) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    done = subprocess.run(
        command("import-mailbox", str(MAILBOX), *arguments),
        env=environment(folder),
        capture_output=True,
        check=True,
        text=True,
    )
    *contacts, summary = map(json.loads, done.stdout.splitlines())
    assert "35 van 35 contacten" in done.stderr
    return contacts, summary["summary"]


def months(folder: Path) -> list[dict[str, Any]]:
    reports = []
    for month in MONTHS:
        printed = subprocess.run(
            command("report", "--month", month),
            env=environment(folder),
            capture_output=True,
            check=True,
            text=True,
        )
        reports.append(json.loads(printed.stdout))
    return reports


def counts(reports: list[dict[str, Any]], table: str) -> dict[str, int]:
    total: Counter[str] = Counter()
    for report in reports:
        total.update({row["id"]: row["count"] for row in report["tables"][table] if row["count"]})
    return dict(total)


def totals(reports: list[dict[str, Any]]) -> dict[str, int]:
    total: Counter[str] = Counter()
    for report in reports:
        total.update(report["totals"])
    return dict(total)


def chosen(one: dict[str, Any], opened_at: datetime) -> Chosen:
    return Chosen(
        topics=(TopicId(one["topic"]),),
        audience=Audience(one["audience"]),
        municipality=one["municipality"],
        referrals=tuple(ContactId(id) for id in one["refer_to"]),
        opened_at=opened_at,
    )


def settle(folder: Path) -> int:
    """Accept every proposal, after a correction where it is wrong; gives how many were."""
    database = Database(environment(folder)["WEGWIJS_DATABASE_URL"])
    key, library = open_key(folder / "postbus.sleutel"), load_library(Path("knowledge"))
    wrong = 0
    for one in TRUTH:

        def work(session: Any, one: dict[str, Any] = one) -> bool:
            known = session.get_one(KnownMail, key.of_id(one["id"]))
            record = session.get_one(MailProposal, known.proposal_id)
            right = chosen(one, record.opened_at)
            return accept(session, record.id, right, library, at=datetime.now(UTC)).corrected

        wrong += database.run(work)
    database.close()
    return wrong


@pytest.fixture(scope="module")
def confirmed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("postbus")
    contacts, summary = import_mailbox(folder)
    waiting = months(folder)
    wrong = settle(folder)
    again = import_mailbox(folder, "--accept")[1]
    return {
        "contacts": contacts,
        "summary": summary,
        "waiting": waiting,
        "wrong": wrong,
        "again": again,
        "reports": months(folder),
        "folder": folder,
    }


def test_what_is_no_question_is_told_by_number(confirmed: dict[str, Any]):
    summary = confirmed["summary"]
    assert (summary["mails"], summary["contacts"], summary["new"]) == (50, 35, 35)
    assert summary["skipped"] == {
        "automatisch_antwoord": 1, "eigen": 10, "nieuwsbrief": 1, "onbestelbaar": 1, "uitnodiging": 1,
    }  # fmt: skip
    assert summary["attachments_ignored"] == 1
    assert summary["problems"] == {"alleen_html": 1}


def test_nothing_counts_before_it_is_accepted(confirmed: dict[str, Any]):
    assert totals(confirmed["waiting"]) == {"contacts": 0, "questions": 0, "referred": 0}


def test_so_many_proposals_were_wrong(confirmed: dict[str, Any]):
    assert confirmed["wrong"] == WRONG_PROPOSALS


def test_the_report_has_the_counts_of_the_sample(confirmed: dict[str, Any]):
    reports = confirmed["reports"]
    assert totals(reports) == {"contacts": 35, "questions": 35, "referred": 7}
    assert counts(reports, "samples") == {
        "lokaal_beleid": 9,
        "handelingskader_aanvraag": 7,
        "handelingskader_uitleg": 4,
        "vorming_eerstelijn": 3,
        "beleidsinitiatieven": 3,
        "theologische_hulplijn": 1,
        "draaiboek_onderwijs": 1,
        "beveiliging": 1,
        "andere": 6,
    }
    assert counts(reports, "referral_groups") == {"intern_vvsg": 3, "abb": 3, "onderwijs": 1}
    assert counts(reports, "channels") == {"email": 35}


def test_reading_it_again_doubles_nothing(confirmed: dict[str, Any]):
    again = confirmed["again"]
    assert (again["contacts"], again["new"], again["accepted"]) == (35, 0, 35)


def test_no_file_holds_a_name_or_an_address_of_an_asker(confirmed: dict[str, Any]):
    stored = b"".join(one.read_bytes() for one in confirmed["folder"].iterdir() if one.is_file())
    for secret in (b"Wauters", b"Decoster", b"rubenpeeters", b"@mechelen.be", b"casus1"):
        assert secret not in stored


def test_killed_half_way_and_run_again_it_is_the_whole_once(tmp_path: Path):
    database = tmp_path / "wegwijs.sqlite"
    with subprocess.Popen(
        command("import-mailbox", str(MAILBOX), "--accept"),
        env=environment(tmp_path),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
    ) as running:
        assert running.stdout is not None
        for _ in range(5):
            assert running.stdout.readline()
        running.send_signal(signal.SIGKILL)
    before = _number(database, "select count(*) from contacts")
    assert 5 <= before < 35
    import_mailbox(tmp_path, "--accept")
    assert _number(database, "select count(*) from contacts") == 35
    assert _number(database, "select count(*) from questions") == 35


def _number(path: Path, query: str) -> int:
    deadline = time.monotonic() + 5
    while True:
        try:
            with contextlib.closing(sqlite3.connect(path)) as connection:
                return int(connection.execute(query).fetchone()[0])
        except sqlite3.OperationalError:
            if time.monotonic() > deadline:
                raise
            time.sleep(0.1)


def test_a_path_that_is_not_there_is_wrong_use(tmp_path: Path):
    done = subprocess.run(
        command("import-mailbox", str(tmp_path / "niets.mbox")),
        env=environment(tmp_path),
        capture_output=True,
        check=False,
        text=True,
    )
    assert done.returncode == 2
    assert "bestaat niet" in done.stderr


def test_a_file_that_holds_no_mail_has_failed(tmp_path: Path):
    (tmp_path / "leeg.eml").write_text("zomaar een zin")
    done = subprocess.run(
        command("import-mailbox", str(tmp_path / "leeg.eml")),
        env=environment(tmp_path),
        capture_output=True,
        check=False,
        text=True,
    )
    assert (done.returncode, done.stdout) == (1, "")
