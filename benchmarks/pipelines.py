"""Compares ways of understanding, side by side in one run: `python -m benchmarks.pipelines [--sample N] [--by-author]`.

Each candidate (`benchmarks.candidates`) learns from the same questions of data/nlu, in a process of its own. To report,
they are measured on tests/eval/questions.jsonl; to choose (--by-author), on each author of data/nlu in turn, by a model
that never saw that author. Markdown goes to standard output, the same figures as JSON lines to a file.
"""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from benchmarks.candidates import CANDIDATES
from benchmarks.table import head, row
from bot.settings import PROJECT

LIMIT = 2 * 60 * 60
"""Seconds that one candidate may take."""


def main() -> int:
    """Print a row as soon as a candidate is measured; 1 when one failed."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--sample", type=int, default=0, metavar="N", help="N questions an intent")
    parser.add_argument("--by-author", action="store_true", help="leave one author out, in turn")
    parser.add_argument("--only", choices=CANDIDATES, action="append", metavar="NAME")
    parser.add_argument("--skip", choices=CANDIDATES, action="append", default=[], metavar="NAME")
    parser.add_argument("--json", type=Path, default=PROJECT / "var" / "pipelines.jsonl")
    chosen = parser.parse_args()
    names = [name for name in chosen.only or CANDIDATES if name not in chosen.skip]
    chosen.json.parent.mkdir(parents=True, exist_ok=True)
    with chosen.json.open("w", encoding="utf-8") as lines:
        return report((measure(name, chosen) for name in names), lines.write)


def report(results: Iterable[dict[str, Any]], write: Any) -> int:
    """The table and its JSON lines."""
    failed = 0
    for number, result in enumerate(results):
        write(json.dumps(result, ensure_ascii=False) + "\n")
        if "error" in result:
            failed = 1
            print(f"{result['candidate']}: {result['error']}", file=sys.stderr, flush=True)
            continue
        if number == 0:
            print(head(result))
        print(row(CANDIDATES[result["candidate"]].title, result), flush=True)
    return failed


def measure(name: str, chosen: argparse.Namespace) -> dict[str, Any]:
    """The figures of one candidate, or its error."""
    command = [sys.executable, "-W", "ignore", "-m", "benchmarks.one_pipeline", name]
    command += ["--sample", str(chosen.sample)] + ["--by-author"] * chosen.by_author
    try:
        done = subprocess.run(  # noqa: S603 - our own module
            command,
            cwd=PROJECT,
            env={**os.environ, **CANDIDATES[name].environment},
            capture_output=True,
            text=True,
            timeout=LIMIT,
            check=False,
        )
    except subprocess.TimeoutExpired:
        return {"candidate": name, "error": f"not done after {LIMIT} s"}
    if done.returncode != 0:
        return {"candidate": name, "error": done.stderr[-1000:]}
    result: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return result


if __name__ == "__main__":
    sys.exit(main())
