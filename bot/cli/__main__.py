"""`python -m bot.cli` is the same as `wegwijs`."""

from __future__ import annotations

import sys

from bot.cli import main

sys.exit(main())
