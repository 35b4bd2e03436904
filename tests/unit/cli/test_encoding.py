"""JSON lines are UTF-8 in whatever locale the command runs."""

from __future__ import annotations

import os
import subprocess
import sys

import pytest

from bot.settings import PROJECT


def clean(lines: bytes, encoding: str) -> subprocess.CompletedProcess[bytes]:
    """`wegwijs clean` in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "bot.cli", "clean"],
        input=lines,
        capture_output=True,
        cwd=PROJECT,
        env={**os.environ, "PYTHONIOENCODING": encoding},
        check=False,
    )


@pytest.mark.parametrize("encoding", ["latin-1", "ascii", "utf-8"])
def test_a_text_comes_back_as_it_was(encoding: str):
    done = clean('{"text": "één € voor coöperatie"}\n'.encode(), encoding)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "één € voor coöperatie" in done.stdout.decode()


def test_a_wrong_byte_is_told_with_its_line():
    done = clean(b'{"text": "goed"}\n{"text": "\xff"}\n', "utf-8")
    assert done.returncode == 1
    assert b"goed" in done.stdout
    assert b"lijn 2" in done.stderr
