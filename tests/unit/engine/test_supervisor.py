"""Which model an engine gets, and where it listens."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from bot.engine.supervisor import latest_model, models, place_of


def _model(folder: Path, name: str, *, changed: int) -> Path:
    path = folder / f"{name}.tar.gz"
    path.touch()
    os.utime(path, ns=(changed, changed))
    return path


def test_the_next_older_model_follows_one_that_is_broken(tmp_path: Path):
    old, new = _model(tmp_path, "a", changed=1), _model(tmp_path, "b", changed=2)
    assert latest_model(tmp_path) == new
    assert models(tmp_path, without={(new, 2)}) == [old]
    assert models(tmp_path, without={(new, 2), (old, 1)}) == []


def test_a_broken_model_that_was_made_again_is_tried_again(tmp_path: Path):
    new = _model(tmp_path, "b", changed=3)
    assert models(tmp_path, without={(new, 2)}) == [new]


def test_a_folder_without_models_is_explained(tmp_path: Path):
    with pytest.raises(FileNotFoundError, match="wegwijs train"):
        latest_model(tmp_path)


def test_a_socket_lies_where_it_should_unless_its_path_is_too_long(tmp_path: Path):
    short = Path("/tmp") / f"wegwijs-test-{os.getpid()}" / "1-0.sock"
    assert place_of(short) == short
    short.parent.rmdir()
    moved = place_of(tmp_path / ("x" * 100) / "1-0.sock")
    assert len(os.fsencode(moved)) <= 100
    assert moved.parent.stat().st_mode & 0o077 == 0
    moved.parent.rmdir()
