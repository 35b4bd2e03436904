"""The emergency numbers in one line, for where there is no place for a card."""

from __future__ import annotations

NUMBERS = "Is er nu gevaar? Bel 112 of 101. Denkt u aan zelfdoding? Bel 1813."
