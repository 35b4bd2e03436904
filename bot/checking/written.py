"""What the checks find, as JSON."""

from __future__ import annotations

import json
from dataclasses import is_dataclass
from typing import Any


def as_json(data: Any) -> str:
    """Indented JSON of records, dates and what they hold."""
    return json.dumps(data, ensure_ascii=False, indent=2, default=_plain)


def _plain(value: Any) -> Any:
    return vars(value) if is_dataclass(value) else str(value)
