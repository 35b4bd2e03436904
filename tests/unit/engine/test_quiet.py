"""What Rasa says about itself stays out of the way of who runs Wegwijs."""

from __future__ import annotations

import logging

import pytest

from bot.engine.quiet import quieten


def test_rasa_shows_no_progress_bars_and_no_news(monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("LOG_LEVEL", raising=False)
    quieten()
    from rasa.shared.utils.io import is_logging_disabled

    assert is_logging_disabled()
    assert not logging.getLogger("rasa_sdk.executor").isEnabledFor(logging.INFO)
