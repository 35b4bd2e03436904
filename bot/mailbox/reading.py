"""The mails of an mbox file, an .eml file or a folder of them, as bytes, one at a time.

An mbox is read here and not by `mailbox.mbox`: that one holds a whole mail in memory however large it is, and takes
every line with "From " for a new mail, where only one with a date behind an empty line is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from bot.errors import InvalidInput, why

LARGEST = 10 * 1024 * 1024
"""Bytes of a mail that are read. The text stands in front; what is left out are the attachments behind it."""

_LINE = 64 * 1024
"""Bytes that are read at once when there is no end of line."""
_ENDINGS = (".eml", ".mbox", ".mbx")
_FROM = re.compile(rb"From \S.*\b(?:\d{4}|\d\d:\d\d(?::\d\d)?)\b")
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_HEADER = re.compile(rb"(?:From |[!-9;-~]{1,70}:)")


@dataclass(frozen=True, slots=True)
class RawMail:
    """One mail as it was found. It lives in memory only."""

    data: bytes
    cut: bool
    """Whether it was larger than `LARGEST`."""
    envelope: str = ""
    """What the mbox notes about it: an address and a moment."""


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A file that the system or its contents refused."""


def files_of(path: Path) -> list[Path]:
    """The files to read, in a fixed order; raises InvalidInput (Dutch) when there are none."""
    if path.is_dir():
        found = sorted(one for one in path.rglob("*") if one.is_file() and _is_mail_file(one))
        if not found:
            raise InvalidInput("in deze map staan geen .eml- of .mbox-bestanden")
        return found
    if not path.exists():
        raise InvalidInput("dit bestand of deze map bestaat niet")
    return [path]


def _is_mail_file(path: Path) -> bool:
    return path.suffix.lower() in _ENDINGS


def read_mails(path: Path) -> Iterator[RawMail | Unreadable]:
    """Every mail in a file; raises InvalidInput (Dutch) when it cannot be read at all."""
    try:
        with path.open("rb") as file:
            yield from _mails(file)
    except OSError as error:
        raise InvalidInput(f"een bestand kan niet gelezen worden ({why(error)})") from None


def _mails(file: BinaryIO) -> Iterator[RawMail | Unreadable]:
    start = file.read(_LINE).lstrip(b"\xef\xbb\xbf\r\n \t")
    file.seek(0)
    if not start:
        return
    if _FROM.match(start.split(b"\n", 1)[0]):
        yield from _of_mbox(file)
    elif _HEADER.match(start):
        data = file.read(LARGEST + 1).lstrip(b"\xef\xbb\xbf\r\n \t")
        yield RawMail(data[:LARGEST], cut=len(data) > LARGEST)
    else:
        yield Unreadable()


def _of_mbox(file: BinaryIO) -> Iterator[RawMail]:
    envelope, kept, size, cut = b"", [], 0, False  # type: tuple[bytes, list[bytes], int, bool]
    empty, begun = True, False
    while line := file.readline(_LINE):
        if empty and _FROM.match(line):
            if begun:
                yield _mail(kept, envelope, cut=cut)
            envelope, kept, size, cut, begun = line, [], 0, False, True
        elif begun:
            size += len(line)
            cut = cut or size > LARGEST
            if not cut:
                kept.append(line)
        empty = not line.strip(b"\xef\xbb\xbf\r\n")
    if begun:
        yield _mail(kept, envelope, cut=cut)


def _mail(lines: list[bytes], envelope: bytes, *, cut: bool) -> RawMail:
    data = _QUOTED_FROM.sub(rb"\1", b"".join(lines))
    return RawMail(data, cut=cut, envelope=envelope.decode("ascii", "replace").strip())
