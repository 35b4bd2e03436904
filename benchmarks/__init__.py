"""Measurements behind BENCHMARKS.md: `python -m benchmarks.NAME`. None of them runs as a test."""
