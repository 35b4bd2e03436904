"""How the work on a text grows with its length: told by processor time, as a ratio within one run."""

from __future__ import annotations

import time
from collections.abc import Callable


def grows_evenly(work: Callable[[str], object], piece: str, short: int = 500) -> bool:
    """Whether sixteen times the text costs some sixteen times the work; two hundred and fifty would be quadratic."""
    return _cost(work, piece, 16 * short) < 80 * _cost(work, piece, short)


def _cost(work: Callable[[str], object], piece: str, length: int) -> float:
    text = (piece * length)[:length]
    took = []
    for _ in range(3):
        start = time.thread_time()
        work(text)
        took.append(time.thread_time() - start)
    return min(took)
