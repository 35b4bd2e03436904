"""Start of an engine process by the supervisor: `python -m bot.engine --socket PATH`."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from bot.engine.process import run_engine
from bot.settings import Settings

if __name__ == "__main__":
    parser = argparse.ArgumentParser(prog="bot.engine")
    parser.add_argument("--socket", type=Path, required=True)
    sys.exit(run_engine(Settings.from_environment(), socket=parser.parse_args().socket))
