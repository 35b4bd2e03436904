"""docs/nl/redactie.md stays true: its commands work, its files exist, its examples pass the check."""

from __future__ import annotations

import argparse
import importlib
import re
import shlex

import pytest
import yaml

from bot.checking.answers import SECTIONS
from bot.cli import COMMANDS
from bot.knowledge.catalogue import Audience
from bot.knowledge.contacts import ReferralGroup
from bot.knowledge.routing import Group
from bot.settings import PROJECT

from .conftest import Planted

GUIDE = (PROJECT / "docs/nl/redactie.md").read_text(encoding="utf-8")
NAMED = sorted(set(re.findall(r"`([^`\n]+)`", GUIDE)))
USED = [one for one in NAMED if one.startswith("wegwijs ")]
FILES = [one for one in NAMED if re.fullmatch(r"[\w/]+/|[\w/]+\.(md|yml)", one)]


def block(begins: str) -> str:
    """The example that begins with some words."""
    found = re.findall(r"```\w*\n(.*?)```", GUIDE, re.DOTALL)
    return next(one for one in found if one.startswith(begins))


@pytest.mark.parametrize("command", USED)
def test_every_command_is_one_that_wegwijs_takes(command: str) -> None:
    _, name, *arguments = shlex.split(command)
    assert name in COMMANDS
    parser = argparse.ArgumentParser(exit_on_error=False)
    importlib.import_module(f"bot.cli.{name}").add_arguments(parser)
    parser.parse_args(arguments)


@pytest.mark.parametrize("path", FILES)
def test_every_file_and_folder_exists(path: str) -> None:
    assert (PROJECT / path).exists()


def test_the_guide_names_commands_and_files() -> None:
    assert len(USED) >= 5
    assert len(FILES) >= 8


def test_the_article_of_the_guide_passes_the_check(project: Planted) -> None:
    path = project.root / "knowledge/answers/livc.md"
    path.write_text(block("---"), encoding="utf-8")
    assert project.problems() == []


def test_the_contact_of_the_guide_passes_the_check(project: Planted) -> None:
    path = project.root / "knowledge/contacts/unia.yml"
    path.write_text(block("name:"), encoding="utf-8")
    assert project.problems() == []


def test_the_row_of_the_guide_is_the_row_of_the_table() -> None:
    table = yaml.safe_load((PROJECT / "knowledge/routing.yml").read_text(encoding="utf-8"))
    example = yaml.safe_load(block("vormingsaanbod:"))
    assert example["vormingsaanbod"] == table["topics"]["vormingsaanbod"]


def test_the_message_of_the_guide_is_what_the_check_says(project: Planted) -> None:
    project.change("knowledge/answers/livc.md", "reviewed: 2026-11-23", "reviewed: 25/11/2026")
    assert [str(one) for one in project.problems()] == [block("knowledge/").strip()]


def test_every_field_of_an_article_and_a_contact_is_explained() -> None:
    explained = " ".join(re.findall(r"^\| (`[^|]*`) \|", GUIDE, re.MULTILINE))
    for begins in ("---", "name:"):
        for field in re.findall(r"^(?:  - |    )?(\w+):", block(begins), re.MULTILINE):
            assert f"`{field}`" in explained, field


def test_every_heading_group_and_audience_is_in_the_guide() -> None:
    for section in SECTIONS:
        assert f"`# {section}`" in GUIDE
    for group in ReferralGroup:
        assert f"`{group}`" in GUIDE
    words = GUIDE.casefold()
    for name in (*Group, *Audience):
        assert name.value.replace("_", " ") in words
