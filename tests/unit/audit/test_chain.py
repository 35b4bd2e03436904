"""The audit log cannot be changed without being seen, and names the place."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, text

from bot.audit.chain import Audit
from bot.audit.models import Act, AuditLine
from bot.audit.verify import Fault, verify
from bot.database.connection import Database
from bot.errors import Unavailable

AUDIT = Audit(b"k" * 32)
START = datetime(2026, 1, 1, tzinfo=UTC)


@pytest.fixture
def thirty(database: Database) -> Database:
    """A log of thirty lines, a day apart."""
    for day in range(30):
        note(database, object=f"gesprek:{day}", at=START + timedelta(days=day))
    return database


def note(database: Database, **about: object) -> None:
    database.run(
        lambda session: AUDIT.note(session, actor="anna", act=Act.VIEWED, **about)  # type: ignore[arg-type]
    )


def faults(database: Database, audit: Audit = AUDIT) -> list[Fault]:
    return database.run(lambda session: verify(session, audit))


def tamper(database: Database, *statements: str) -> None:
    """What somebody with the file in hand can do: drop the triggers and change what they like."""
    with database.engine.begin() as connection:
        for name in ("audit_log_unchanged", "audit_log_kept"):
            connection.execute(text(f"DROP TRIGGER {name}"))
        for statement in statements:
            connection.execute(text(statement))


def test_an_untouched_log_is_whole(thirty: Database):
    assert faults(thirty) == []


def test_an_empty_log_is_whole(database: Database):
    assert faults(database) == []


def test_a_changed_line_is_named(thirty: Database):
    tamper(thirty, "UPDATE audit_log SET actor = 'bert' WHERE seq = 7")
    assert [one.seq for one in faults(thirty)] == [7]


def test_a_line_taken_out_of_the_middle_is_named(thirty: Database):
    tamper(thirty, "DELETE FROM audit_log WHERE seq = 12")
    assert [(one.seq, one.what) for one in faults(thirty)] == [(12, "deze lijn ontbreekt")]


def test_lines_cut_off_the_end_are_named(thirty: Database):
    tamper(thirty, "DELETE FROM audit_log WHERE seq > 20")
    assert faults(thirty) == [Fault(21, "lijnen 21 tot 30 ontbreken")]


def test_lines_cut_off_with_the_head_set_back_are_named(thirty: Database):
    tamper(
        thirty,
        "DELETE FROM audit_log WHERE seq > 20",
        "UPDATE audit_head SET seq = 20",
    )
    assert [one.seq for one in faults(thirty)] == [20, 20]


def test_a_chain_made_with_another_key_is_seen(thirty: Database):
    assert len(faults(thirty, Audit(b"x" * 32))) == 31


END_CUT = (
    "DELETE FROM audit_log WHERE seq > 25",
    "UPDATE audit_head SET seq = 25, link = (SELECT link FROM audit_log WHERE seq = 25)",
)
START_CUT = (
    "UPDATE audit_head SET kept_from = 11, kept_link = (SELECT link FROM audit_log WHERE seq = 10)",
    "DELETE FROM audit_log WHERE seq <= 10",
)


@pytest.mark.parametrize("cut", [END_CUT, START_CUT])
@pytest.mark.parametrize("seal", [(), ("UPDATE audit_head SET seal = NULL",)])
def test_a_cut_that_is_made_to_fit_is_seen_and_no_later_line_hides_it(
    thirty: Database, cut: tuple[str, ...], seal: tuple[str, ...]
):
    tamper(thirty, *cut, *seal)
    assert ["zegel" in one.what for one in faults(thirty)] == [True]
    for _ in range(5):
        note(thirty)
    thirty.run(lambda session: AUDIT.forget(session, before=START + timedelta(days=15)))
    assert ["zegel" in one.what for one in faults(thirty)] == [True]


def test_a_log_of_before_the_seal_is_whole_and_its_first_new_line_seals_it(
    database: Database, monkeypatch: pytest.MonkeyPatch
):
    with monkeypatch.context() as before:
        before.setattr(Audit, "link", Audit._old_link)
        before.setattr(Audit, "_seal", lambda *_, **__: None)
        for _ in range(3):
            note(database)
    assert faults(database) == []
    note(database)
    assert faults(database) == []
    tamper(database, "UPDATE audit_head SET seal = NULL")
    assert [one.seq for one in faults(database)] == [4]


@pytest.mark.parametrize(
    "statement", ["UPDATE audit_log SET act = 'x'", "DELETE FROM audit_log WHERE seq = 3"]
)
def test_the_database_itself_refuses_to_change_a_line(thirty: Database, statement: str):
    with pytest.raises(Unavailable):
        thirty.run(lambda session: session.execute(text(statement)))
    assert faults(thirty) == []


def test_lines_past_their_time_go_and_the_rest_stays_whole(thirty: Database):
    gone = thirty.run(lambda session: AUDIT.forget(session, before=START + timedelta(days=10)))
    assert gone == 10
    assert faults(thirty) == []
    note(thirty)
    assert faults(thirty) == []


def test_two_processes_that_write_at_once_keep_one_chain(database: Database):
    other = Database(str(database.engine.url))
    both: list[Callable[[], None]] = [lambda: note(database), lambda: note(other)] * 20
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda act: act(), both))
    other.close()
    assert database.run(lambda session: session.scalars(select(AuditLine.seq)).all()) == list(
        range(1, 41)
    )
    assert faults(database) == []
