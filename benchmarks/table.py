"""The Markdown table of `benchmarks.pipelines`."""

from __future__ import annotations

from typing import Any


def head(result: dict[str, Any]) -> str:
    """The first two lines; each style or author of the result has a column of its own."""
    columns = [
        f"{result['questions']} questions, measured on {result['measured_on']}",
        *(f"top-1 {group}" for group in result["groups"]),
        "top-1", "top-3", "ECE", "log loss", "train s", "train CPU s", "load s",
        "p50 ms", "p95 ms", "CPU ms", "peak MB",
    ]  # fmt: skip
    return _line(columns) + "\n" + _line(["---", *["---:"] * (len(columns) - 1)])


def row(title: str, result: dict[str, Any]) -> str:
    """One candidate."""
    return _line(
        [
            title,
            *(_percentage(one["top1"]) for one in result["groups"].values()),
            _percentage(result["top1"]),
            _percentage(result["top3"]),
            f"{result['calibration_error']:.3f}",
            f"{result['log_loss']:.3f}",
            f"{result['training_s']:.1f}",
            f"{result['training_cpu_s']:.1f}",
            f"{result['load_s']:.2f}" if "load_s" in result else "–",
            f"{result['parse_p50_ms']:.2f}",
            f"{result['parse_p95_ms']:.2f}",
            f"{result['parse_cpu_ms']:.2f}",
            str(result["peak_mb"]),
        ]
    )


def _percentage(share: float) -> str:
    return f"{share * 100:.1f} %"


def _line(cells: list[str]) -> str:
    return f"| {' | '.join(cells)} |"
