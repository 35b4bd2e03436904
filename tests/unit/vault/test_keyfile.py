"""The file with the keys: made once, private, and never replaced by a worse one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from bot.errors import ConfigurationError
from bot.vault.keyfile import Keys, create, read, write


@pytest.fixture
def path(tmp_path: Path) -> Path:
    made = tmp_path / "var" / "sleutels.json"
    create(made)
    return made


def test_the_first_use_makes_one_random_key_that_others_cannot_read(path: Path, tmp_path: Path):
    other = tmp_path / "ander.json"
    create(other)
    assert path.stat().st_mode & 0o777 == 0o600
    assert len(read(path).by_id) == 1
    assert list(read(path).by_id.values()) != list(read(other).by_id.values())


def test_a_second_use_leaves_the_file_alone(path: Path):
    before = path.read_bytes()
    create(path)
    assert path.read_bytes() == before


def test_the_newest_key_is_the_one_that_was_added_last(path: Path):
    more = read(path).with_new().with_new()
    write(path, more)
    assert len(read(path).by_id) == 3
    assert read(path).newest == list(more.by_id)[-1]
    assert list(more.only_newest().by_id) == [more.newest]


def test_replacing_leaves_no_other_file_behind(path: Path):
    write(path, read(path).with_new())
    assert [one.name for one in path.parent.iterdir()] == ["sleutels.json"]


def test_a_file_that_is_gone_is_named(tmp_path: Path):
    with pytest.raises(ConfigurationError, match="ontbreekt"):
        read(tmp_path / "weg.json")


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{}",
        '{"keys": []}',
        '{"keys": [{"id": "a", "key": "kort"}]}',
        '{"keys": [{"id": "a", "key": "AAAA"}]}',
        '{"keys": [{"id": "a"}]}',
        '{"keys": 3}',
        "geen json",
    ],
)
def test_a_damaged_file_is_refused_and_left_as_it_was(path: Path, content: str):
    path.write_text(content)
    with pytest.raises(ConfigurationError, match="beschadigd"):
        read(path)
    create(path)
    assert path.read_text() == content


def test_two_keys_of_one_name_are_a_damaged_file(path: Path):
    stored = json.loads(path.read_text())
    stored["keys"] *= 2
    path.write_text(json.dumps(stored))
    with pytest.raises(ConfigurationError, match="beschadigd"):
        read(path)


def test_keys_cannot_be_changed_in_place():
    keys = Keys({}).with_new()
    with pytest.raises(TypeError):
        keys.by_id[keys.newest] = b""  # type: ignore[index]
