"""JSON lines of the wrong shape are refused in Dutch, with the place of the line."""

from __future__ import annotations

import io
from pathlib import Path

import pytest

from bot.cli.chat import wrong_shape
from bot.cli.lines import read_file, read_lines, write_out
from bot.errors import InvalidInput
from bot.gateway.schemas import LONGEST_TEXT

KNOWN = {"44021"}


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ("{", "lijn 2 is geen geldige JSON"),
        ("[" * 100_000, "lijn 2 is geen geldige JSON"),
        ("[1]", "lijn 2 is geen object"),
        ('{"text": 5}', "lijn 2 heeft geen veld 'text'"),
        ('{"text": "\\ud800"}', "lijn 2 is geen geldige tekst"),
        ('{"text": "fout"}', "lijn 2: nee"),
    ],
)
def test_a_wrong_line_is_named_after_those_before_it(
    monkeypatch: pytest.MonkeyPatch, line: str, says: str
):
    monkeypatch.setattr("sys.stdin", io.StringIO(f'{{"text": "a"}}\n{line}\n'))
    lines = read_lines(
        field="text", kind=str, complaint=lambda one: "nee" if one["text"] == "fout" else None
    )
    assert next(lines) == {"text": "a"}
    with pytest.raises(InvalidInput, match=says):
        next(lines)


def test_an_invisible_sign_in_front_of_the_first_line_is_passed_over(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
):
    content = '\ufeff{"text": "a"}\n'
    monkeypatch.setattr("sys.stdin", io.StringIO(content))
    assert list(read_lines(field="text", kind=str)) == [{"text": "a"}]
    (tmp_path / "vragen.jsonl").write_text(content, encoding="utf-8")
    assert [data for _, data in read_file(tmp_path / "vragen.jsonl")] == [{"text": "a"}]


def test_input_that_is_no_utf8_is_told(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(b"\xff\n"), encoding="utf-8"))
    with pytest.raises(InvalidInput, match="UTF-8"):
        next(read_lines(field="text", kind=str))


@pytest.mark.parametrize(
    ("line", "says"),
    [
        ({"turns": [1]}, "beurt 1 is geen tekst"),
        ({"turns": ["a", None]}, "beurt 2 is geen tekst"),
        ({"turns": ["a" * (LONGEST_TEXT + 1)]}, "langer dan 4000 tekens"),
        ({"turns": [], "audience": ["x"]}, "geen doelgroep"),
        ({"turns": [], "audience": "koning"}, "geen doelgroep"),
        ({"turns": [], "municipality": 5}, "geen NIS-code"),
        ({"turns": [], "municipality": "99999"}, "geen NIS-code"),
    ],
)
def test_a_conversation_of_the_wrong_shape_is_explained(line: dict[str, object], says: str):
    assert says in (wrong_shape(line, KNOWN) or "")


def test_a_conversation_may_leave_out_who_asks():
    assert wrong_shape({"turns": ["a" * LONGEST_TEXT]}, KNOWN) is None
    whole = {"turns": [], "audience": "gemeente", "municipality": "44021"}
    assert wrong_shape(whole, KNOWN) is None


def test_a_file_that_cannot_be_read_is_explained(tmp_path: Path):
    (tmp_path / "a.jsonl").write_text('{"text": "a"}\n\n[1]\n', encoding="utf-8")
    (tmp_path / "b.jsonl").write_bytes(b"\xff\n")
    with pytest.raises(InvalidInput, match=r"a\.jsonl:3: geen object"):
        list(read_file(tmp_path / "a.jsonl"))
    with pytest.raises(InvalidInput, match="UTF-8"):
        list(read_file(tmp_path / "b.jsonl"))
    with pytest.raises(InvalidInput, match="is een map"):
        list(read_file(tmp_path))
    with pytest.raises(InvalidInput, match="bestaat niet"):
        list(read_file(tmp_path / "nergens"))


def test_a_file_that_cannot_be_written_is_explained(tmp_path: Path):
    with pytest.raises(InvalidInput, match="niet schrijven"):
        write_out("tekst", tmp_path)
