"""What these tests share: the knowledge of the project and a session on a database in memory."""

from __future__ import annotations

from tests.unit.statistics.conftest import library, session

__all__ = ["library", "session"]
