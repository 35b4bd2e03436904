"""Where mails come from: an mbox, an .eml, a folder; broken ones too."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import InvalidInput
from bot.mailbox import reading
from bot.mailbox.reading import RawMail, Unreadable, files_of, read_mails
from tests.unit.mailbox.letters import letter, mbox


def written(folder: Path, data: bytes, name: str = "box.mbox") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def test_each_mail_of_an_mbox_is_read(tmp_path: Path):
    path = written(tmp_path, mbox(letter("Een?"), letter("Twee?")))
    assert [b"Een?" in one.data for one in read_mails(path) if isinstance(one, RawMail)] == [
        True,
        False,
    ]


def test_a_line_that_begins_with_from_is_no_new_mail(tmp_path: Path):
    path = written(tmp_path, mbox(letter("Dag\n\nFrom here on it is 2026?\n>From: x")))
    (only,) = read_mails(path)
    assert isinstance(only, RawMail)
    assert b"From here" in only.data


def test_a_single_mail_is_read_with_or_without_an_mbox_line(tmp_path: Path):
    (only,) = read_mails(written(tmp_path, letter().as_bytes(), "een.eml"))
    assert isinstance(only, RawMail)
    assert b"LIVC" in only.data


def test_a_folder_is_read_in_order_with_the_folders_in_it(tmp_path: Path):
    (tmp_path / "b").mkdir()
    for name in ("b/z.eml", "a.eml", "nota.txt", "c.mbox"):
        written(tmp_path, letter().as_bytes(), name)
    names = [one.relative_to(tmp_path).as_posix() for one in files_of(tmp_path)]
    assert names == ["a.eml", "b/z.eml", "c.mbox"]


def test_an_empty_folder_and_a_path_that_is_not_there_are_refused(tmp_path: Path):
    for path in (tmp_path, tmp_path / "niets.mbox"):
        with pytest.raises(InvalidInput):
            files_of(path)


@pytest.mark.parametrize("data", [b"\x00\x01\x02" * 50, b"PK\x03\x04zip", b"zomaar een zin\n"])
def test_what_is_no_mail_is_told(tmp_path: Path, data: bytes):
    assert list(read_mails(written(tmp_path, data, "een.eml"))) == [Unreadable()]


def test_an_empty_file_holds_no_mails(tmp_path: Path):
    assert list(read_mails(written(tmp_path, b"\n\n"))) == []


def test_of_a_huge_mail_the_beginning_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(reading, "LARGEST", 2000)
    big = letter("Wat?\n" + "x" * 70 + "\n" + "y" * 900 + "\n" + "z" * 900 + "\n" + "z" * 900)
    first, second = read_mails(written(tmp_path, mbox(big, letter("Klein?"))))
    assert isinstance(first, RawMail)
    assert isinstance(second, RawMail)
    assert (first.cut, second.cut) == (True, False)
    assert b"Wat?" in first.data
    assert len(first.data) <= 2000
