"""What is sealed opens with its own key, for its own record, unchanged; or not at all."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.vault.keyfile import KeyId, create, read, write
from bot.vault.vault import CannotOpen, Envelope, Sealed, Vault

DATA = b"jan@voorbeeld.be"
HERE = {"record": "een", "kind": "contact"}


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "sleutels.json"
    create(made)
    return made


@pytest.fixture
def vault(path: Path) -> Vault:
    return Vault(path)


def test_what_is_sealed_opens_again_and_cannot_be_read(vault: Vault):
    envelope = vault.seal(DATA, **HERE)
    assert DATA not in envelope.sealed
    assert vault.open(envelope, **HERE) == DATA


def test_the_same_data_never_looks_the_same_twice(vault: Vault):
    assert vault.seal(DATA, **HERE).sealed != vault.seal(DATA, **HERE).sealed


@pytest.mark.parametrize("elsewhere", [{"record": "twee"}, {"kind": "anders"}])
def test_it_opens_for_no_other_record(vault: Vault, elsewhere: dict[str, str]):
    envelope = vault.seal(DATA, **HERE)
    with pytest.raises(CannotOpen, match="gaan niet open"):
        vault.open(envelope, **{**HERE, **elsewhere})


@pytest.mark.parametrize("place", [0, 13, -1])
def test_a_changed_byte_is_noticed(vault: Vault, place: int):
    envelope = vault.seal(DATA, **HERE)
    changed = bytearray(envelope.sealed)
    changed[place] ^= 1
    with pytest.raises(CannotOpen):
        vault.open(Envelope(envelope.key_id, Sealed(bytes(changed))), **HERE)


def test_a_cut_record_is_an_error_in_dutch_and_no_crash(vault: Vault):
    envelope = vault.seal(DATA, **HERE)
    with pytest.raises(CannotOpen, match="gaan niet open"):
        vault.open(Envelope(envelope.key_id, Sealed(envelope.sealed[:5])), **HERE)


def test_a_key_that_is_not_in_the_file_is_named(vault: Vault):
    envelope = vault.seal(DATA, **HERE)
    with pytest.raises(CannotOpen, match="'weg' staat niet in het sleutelbestand"):
        vault.open(Envelope(KeyId("weg"), envelope.sealed), **HERE)


def test_the_wrong_key_under_the_right_name_does_not_open(vault: Vault, path: Path, tmp_path: Path):
    envelope = vault.seal(DATA, **HERE)
    other = tmp_path / "ander.json"
    create(other)
    wrong = next(iter(read(other).by_id.values()))
    write(path, type(read(path))({envelope.key_id: wrong}))
    with pytest.raises(CannotOpen, match="de sleutel is fout"):
        vault.open(envelope, **HERE)


def test_a_running_vault_seals_with_a_key_that_came_later_and_still_opens_the_older(
    vault: Vault, path: Path
):
    old = vault.seal(DATA, **HERE)
    write(path, read(path).with_new())
    new = vault.seal(DATA, **HERE)
    assert new.key_id != old.key_id
    assert vault.open(old, **HERE) == vault.open(new, **HERE) == DATA
