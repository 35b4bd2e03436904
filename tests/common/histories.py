"""Over how many random histories figures are computed: few at each run; `HISTORIES=1000 pytest …` to be sure."""

from __future__ import annotations

import os

HISTORIES = int(os.environ.get("HISTORIES", "50"))
