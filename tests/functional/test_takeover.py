"""Colleagues of two processes claim at once while engines answer; benchmarks.takeover does the same at full size."""

from __future__ import annotations

from pathlib import Path

from benchmarks.takeover import run


def test_each_chat_has_one_winner_and_no_answer_comes_behind_a_claim(tmp_path: Path):
    found = run(tmp_path, chats=40, staff=8, flights=10)
    assert found["rush"]["chats with one winner"] == 40
    assert found["rush"]["messages of the assistant after a claim"] == 0
    assert found["in flight"]["dropped"] == 10
    assert [one["broken"] for one in found.values()] == [0, 0]
