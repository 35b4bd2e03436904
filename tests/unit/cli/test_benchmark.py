"""`wegwijs benchmark` runs the measurements of the checkout, here small ones that tell what they were asked."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from bot.cli import benchmark, main

TELLS = "import sys\nprint(__name__, __spec__.name, *sys.argv[1:])\n"


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A project with a model and measurements that take no time."""
    for folder in ("benchmarks", "models"):
        (tmp_path / folder).mkdir()
    (tmp_path / "models/wegwijs-x.tar.gz").touch()
    (tmp_path / "models/namen-x").mkdir()
    (tmp_path / "models/namen-x/words.txt").touch()
    for name in ("__init__", "understanding", "pipelines", "serving", "chaos"):
        (tmp_path / f"benchmarks/{name}.py").write_text(TELLS, encoding="utf-8")
    monkeypatch.setenv("WEGWIJS_MODELS", str(tmp_path / "models"))
    monkeypatch.setattr(benchmark, "PROJECT", tmp_path)
    return tmp_path


def test_the_quick_one_measures_understanding_pipelines_and_serving(
    checkout: Path, capfd: pytest.CaptureFixture[str]
):
    assert main(["benchmark", "--quick"]) == 0
    out = capfd.readouterr().out
    assert "__main__ benchmarks.understanding" in out
    assert "benchmarks.pipelines --sample=5 --only=diet" in out
    assert "__main__ benchmarks.serving --messages=100 --starts=1" in out
    assert "chaos" not in out


def test_one_that_fails_does_not_keep_the_others_from_being_measured(
    checkout: Path, capfd: pytest.CaptureFixture[str]
):
    (checkout / "benchmarks/understanding.py").write_text("raise SystemExit(1)", encoding="utf-8")
    assert main(["benchmark"]) == 1
    assert "__main__ benchmarks.chaos --rounds=50" in capfd.readouterr().out


def test_without_a_checkout_it_says_so_in_dutch(
    checkout: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
):
    (tmp_path / "benchmarks").rename(tmp_path / "elders")
    assert main(["benchmark"]) == 1
    assert "alleen in een kopie van de broncode" in capsys.readouterr().err


def test_without_a_model_it_says_how_to_make_one(
    checkout: Path, capsys: pytest.CaptureFixture[str]
):
    (checkout / "models/wegwijs-x.tar.gz").unlink()
    assert main(["benchmark"]) == 1
    assert "wegwijs train" in capsys.readouterr().err


@pytest.mark.parametrize("command", sorted({*benchmark.QUICK, *benchmark.FULL}), ids=" ".join)
def test_the_real_measurements_take_the_options_that_it_gives(command: tuple[str, ...]):
    """With --help behind the others: they are read, and nothing is measured."""
    name, *options = command
    if name == "understanding":
        assert options == []
        return
    done = subprocess.run(
        [sys.executable, "-m", f"benchmarks.{name}", *options, "--help"],
        cwd=benchmark.PROJECT, capture_output=True, text=True,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
