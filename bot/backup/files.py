"""The folder of the backups: the moment stands in the name, so that age does not hang on a copied file's date."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

_FORM = "wegwijs-%Y%m%dT%H%M%SZ.kopie"


def name_at(at: datetime) -> str:
    """The name of a backup made at a moment."""
    return at.astimezone(UTC).strftime(_FORM)


def drop_old(folder: Path, *, before: datetime) -> int:
    """Delete the backups from before a moment; gives how many. Files with other names stay."""
    old = [one for one in folder.glob("*.kopie") if (_made_at(one) or before) < before]
    for one in old:
        one.unlink(missing_ok=True)
    return len(old)


def _made_at(path: Path) -> datetime | None:
    try:
        return datetime.strptime(path.name, _FORM).replace(tzinfo=UTC)
    except ValueError:
        return None
