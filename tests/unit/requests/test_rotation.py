"""New keys for old records: all of them, or none; and whatever breaks halfway, everything still opens."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta
from pathlib import Path

import pytest
from sqlalchemy import select, update

from bot.conversations.log import now
from bot.database.connection import Database
from bot.errors import ConfigurationError
from bot.privacy.cleaning import clean
from bot.privacy.contact import contact_line
from bot.requests import rotation
from bot.requests.models import ContactDetails
from bot.requests.rotation import drop_retired, open_vault, rotate, unopened
from bot.requests.sealing import OfferedContact, open_details
from bot.requests.store import keep_contact
from bot.vault.keyfile import Keys, change, create, read, write
from bot.vault.vault import CannotOpen, Vault
from tests.unit.conversations.talk import Talk

COUNT = 20


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "sleutels.json"


@pytest.fixture
def filled(database: Database, path: Path) -> Database:
    """Twenty sealed records."""
    create(path)
    vault, conversation = Vault(path), Talk(database).id
    for number in range(COUNT):
        line = f"an{number}@voorbeeld.be"
        found = contact_line(line, clean(line))
        assert found is not None
        offered = OfferedContact(found, vault)
        database.run(lambda s, o=offered, n=number: keep_contact(s, conversation, n, o, at=now()))
    return database


def addresses(database: Database, path: Path) -> set[str | None]:
    """What opens with the keys as they are now."""
    vault = Vault(path)
    rows = database.run(lambda session: session.scalars(select(ContactDetails)).all())
    return {
        open_details(vault, record=one.id, key_id=one.key_id, sealed=one.sealed).email
        for one in rows
    }


ALL = {f"an{number}@voorbeeld.be" for number in range(COUNT)}


def test_every_record_gets_the_new_key_and_the_old_one_goes(filled: Database, path: Path):
    old = read(path).newest
    assert rotate(filled, path, at=now(), keep_old=False) == COUNT
    assert list(read(path).by_id) == [read(path).newest]
    assert read(path).newest != old
    assert addresses(filled, path) == ALL


def test_a_retired_key_opens_backups_until_they_are_gone(filled: Database, path: Path):
    at, old = now(), read(path).newest
    rotate(filled, path, at=at)
    assert list(read(path).by_id) == [old, read(path).newest]
    assert read(path).retired == {old: at}
    rotate(filled, path, at=at + timedelta(days=3))
    assert read(path).retired[old] == at
    for days, left in ((0, 3), (1, 2), (4, 1), (9, 1)):
        before = at + timedelta(days=days)
        filled.run(lambda session, b=before: drop_retired(session, path, before=b))
        assert len(read(path).by_id) == left
    assert addresses(filled, path) == ALL


def test_a_retired_key_stays_for_records_that_came_back_with_a_backup(filled: Database, path: Path):
    old = path.read_bytes()
    write(path, read(path).with_new().retiring(now() - timedelta(days=99)))
    assert filled.run(lambda session: drop_retired(session, path, before=now())) == 0
    assert addresses(filled, path) == ALL
    assert path.read_bytes() != old


def test_two_rotations_at_once_lose_no_key(filled: Database, path: Path):
    with ThreadPoolExecutor(6) as pool:
        list(pool.map(lambda _: change(path, Keys.with_new), range(24)))
    assert len(read(path).by_id) == 25


@pytest.mark.parametrize("broken", ["_reseal_all", "_retire_old"])
def test_a_crash_halfway_loses_nothing_and_the_next_rotation_cleans_up(
    filled: Database, path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
):
    real: Callable[..., object] = getattr(rotation, broken)

    def crash(*args: object, **chosen: object) -> None:
        real(*args, **chosen)
        raise RuntimeError("stroom weg")

    with monkeypatch.context() as patched:
        patched.setattr(rotation, broken, crash)
        with pytest.raises(RuntimeError):
            rotate(filled, path, at=now(), keep_old=False)
    assert addresses(filled, path) == ALL
    assert rotate(filled, path, at=now(), keep_old=False) == COUNT
    assert len(read(path).by_id) == 1
    assert addresses(filled, path) == ALL


def test_one_record_that_does_not_open_stops_the_rotation_and_no_key_goes(
    filled: Database, path: Path
):
    before = read(path).newest
    filled.run(
        lambda session: session.execute(
            update(ContactDetails).where(ContactDetails.seq == 3).values(sealed=b"kapot" * 9)
        )
    )
    with pytest.raises(CannotOpen):
        rotate(filled, path, at=now(), keep_old=False)
    assert before in read(path).by_id
    count, problems = filled.run(lambda session: unopened(session, Vault(path)))
    assert (count, len(problems)) == (COUNT, 1)


def test_a_server_that_runs_seals_with_the_new_key_at_once(filled: Database, path: Path):
    running = Vault(path)
    before = running.seal(b"x", record="r", kind="contact").key_id
    rotate(filled, path, at=now(), keep_old=False)
    assert running.seal(b"x", record="r", kind="contact").key_id != before


def test_the_first_start_makes_the_keys(database: Database, path: Path):
    database.run(lambda session: open_vault(session, path))
    assert len(read(path).by_id) == 1


def test_a_start_without_the_keys_of_stored_records_is_refused_and_makes_no_new_file(
    filled: Database, path: Path
):
    kept = path.read_bytes()
    path.unlink()
    with pytest.raises(ConfigurationError, match="ontbreekt"):
        filled.run(lambda session: open_vault(session, path))
    assert not path.exists()
    path.write_bytes(kept)
    filled.run(lambda session: open_vault(session, path))


def test_a_start_with_other_keys_is_refused(filled: Database, path: Path):
    write(path, read(path).with_new().only_newest())
    with pytest.raises(ConfigurationError, match="ontbreken sleutels"):
        filled.run(lambda session: open_vault(session, path))
