"""Whatever bytes come in, reading a mailbox does not break, and finds no fewer mails than it says."""

from __future__ import annotations

import random
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from bot.mailbox.mails import read
from bot.mailbox.quotes import own_words
from bot.mailbox.reading import RawMail, read_mails
from bot.mailbox.threads import threads
from tests.unit.mailbox.letters import NOW, OWN

SAMPLE = Path("tests/functional/mailbox/sample35.mbox").read_bytes()
HEADERS = ["From", "To", "Date", "Subject", "Message-ID", "References", "Content-Type", "List-Id",
           "Content-Transfer-Encoding", "Content-Disposition", "Received", "Auto-Submitted"]  # fmt: skip


@given(
    st.lists(st.tuples(st.sampled_from(HEADERS), st.text(max_size=80)), max_size=12),
    st.binary(max_size=400),
)
@settings(max_examples=400, deadline=None)
def test_headers_and_bodies_of_any_kind_are_read(headers: list[tuple[str, str]], body: bytes):
    head = "".join(f"{name}: {value}\n" for name, value in headers).encode("utf-8", "replace")
    found = read(RawMail(b"X-Eerst: 1\n" + head + b"\n" + body, cut=False), OWN, now=NOW)
    assert found is None or found.id


@given(st.text(alphabet=st.sampled_from(">\n :VanDeopschreef123<@_-*?."), max_size=400))
@settings(max_examples=400, deadline=None)
def test_of_any_text_the_own_words_are_part(text: str):
    assert len(own_words(text).text) <= len(text) + text.count("\n")


@pytest.mark.parametrize("seed", range(60))
def test_a_mailbox_with_bytes_changed_cut_and_doubled_is_read(tmp_path: Path, seed: int):
    chance = random.Random(seed)
    data = bytearray(SAMPLE)
    for _ in range(chance.choice((3, 60, 2000))):
        place = chance.randrange(len(data))
        match chance.randrange(4):
            case 0:
                data[place] = chance.randrange(256)
            case 1:
                del data[place : place + chance.randrange(60)]
            case 2:
                data[place:place] = data[place : place + chance.randrange(60)]
            case _:
                data[place:place] = bytes(chance.randrange(256) for _ in range(9))
    path = tmp_path / "stuk.mbox"
    path.write_bytes(data)
    raw = list(read_mails(path))
    mails = [read(one, OWN, now=NOW) for one in raw if isinstance(one, RawMail)]
    assert threads([one for one in mails if one is not None]) or not mails
