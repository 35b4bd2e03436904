"""New keys for old records: all of them, or none; and whatever breaks halfway, everything still opens."""

from __future__ import annotations

from collections.abc import Callable
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
from bot.requests.rotation import open_vault, rotate, unopened
from bot.requests.sealing import OfferedContact, open_details
from bot.requests.store import keep_contact
from bot.vault.keyfile import create, read, write
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
    assert rotate(filled, path) == COUNT
    assert list(read(path).by_id) == [read(path).newest]
    assert read(path).newest != old
    assert addresses(filled, path) == ALL


@pytest.mark.parametrize("broken", ["_reseal_all", "_drop_old"])
def test_a_crash_halfway_loses_nothing_and_the_next_rotation_cleans_up(
    filled: Database, path: Path, monkeypatch: pytest.MonkeyPatch, broken: str
):
    real: Callable[..., object] = getattr(rotation, broken)

    def crash(*args: object) -> None:
        real(*args)
        raise RuntimeError("stroom weg")

    with monkeypatch.context() as patched:
        patched.setattr(rotation, broken, crash)
        with pytest.raises(RuntimeError):
            rotate(filled, path)
    assert addresses(filled, path) == ALL
    assert rotate(filled, path) == COUNT
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
        rotate(filled, path)
    assert before in read(path).by_id
    count, problems = filled.run(lambda session: unopened(session, Vault(path)))
    assert (count, len(problems)) == (COUNT, 1)


def test_a_server_that_runs_seals_with_the_new_key_at_once(filled: Database, path: Path):
    running = Vault(path)
    before = running.seal(b"x", record="r", kind="contact").key_id
    rotate(filled, path)
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
