"""The mails of an mbox file, an .eml file or a folder of them, as bytes, one at a time.

An mbox is read here and not by `mailbox.mbox`: that one holds a whole mail in memory however large it is, and takes
every line with "From " for a new mail, where only one with a moment behind an empty line is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from bot.errors import InvalidInput, why

LARGEST = 10 * 1024 * 1024
"""Bytes of a mail that are read. The text stands in front; what is left out are the attachments behind it."""

_LINE = 64 * 1024
"""Bytes that are read at once when there is no end of line."""
_ENDINGS = (".eml", ".mbox", ".mbx")
_FROM = re.compile(rb"From \S+\s(?=.*\b\d{1,2}:\d\d)(?=.*\b\d{4}\b)|From \S+@\S+\s*$")
_QUOTED_FROM = re.compile(rb"^>(>*From )", re.MULTILINE)
_HEADER = re.compile(rb"[!-9;-~]{1,70}:")
_BLANK = b"\xef\xbb\xbf\r\n \t"


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
            yield from _mails(file, single=path.suffix.lower() == ".eml")
    except OSError as error:
        raise InvalidInput(f"een bestand kan niet gelezen worden ({why(error)})") from None


def _mails(file: BinaryIO, *, single: bool) -> Iterator[RawMail | Unreadable]:
    """What stands before the first line of an mbox is a mail of its own, or damage."""
    begun = _Begun()
    empty = True
    while line := file.readline(_LINE):
        if empty and _FROM.match(line) and (not single or begun.size == 0):
            yield from begun.end()
            begun = _Begun(envelope=line)
        else:
            begun.add(line)
        empty = not line.strip(_BLANK)
    yield from begun.end()


@dataclass
class _Begun:
    """The mail that is being read."""

    envelope: bytes = b""
    lines: list[bytes] = field(default_factory=list)
    size: int = 0

    def add(self, line: bytes) -> None:
        """Keep a line, while the mail is not too large."""
        self.size += len(line)
        if self.size <= LARGEST:
            self.lines.append(line)

    def end(self) -> Iterator[RawMail | Unreadable]:
        """The whole mail; nothing when there were only empty lines."""
        data = b"".join(self.lines).lstrip(_BLANK)
        if self.envelope:
            data = _QUOTED_FROM.sub(rb"\1", data)
            envelope = self.envelope.decode("ascii", "replace").strip()
            yield RawMail(data, cut=self.size > LARGEST, envelope=envelope)
        elif _HEADER.match(data):
            yield RawMail(data, cut=self.size > LARGEST)
        elif data:
            yield Unreadable()
