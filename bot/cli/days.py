"""Days that somebody types."""

from __future__ import annotations

import argparse
import re
from datetime import date

_WRITTEN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def read_day(text: str) -> date:
    """YYYY-MM-DD for argparse, which tells of another form (exit code 2)."""
    try:
        if _WRITTEN.fullmatch(text):
            return date.fromisoformat(text)
    except ValueError:
        pass
    raise argparse.ArgumentTypeError(
        f"'{text}' is geen dag: schrijf JJJJ-MM-DD, bijvoorbeeld 2026-11-30"
    )
