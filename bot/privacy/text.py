"""The type of text that holds no personal data the filter knows."""

from __future__ import annotations

from typing import NewType

CleanText = NewType("CleanText", str)
"""Text after the filter. Made in `bot.privacy.cleaning` alone; what stores, logs or passes on takes nothing else."""
