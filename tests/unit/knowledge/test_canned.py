"""Ready-made sentences of the helpdesk."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import ConfigurationError
from bot.knowledge.canned import filled, load_canned, plain
from bot.privacy.cleaning import clean

KNOWLEDGE = Path("knowledge").resolve()


def test_there_are_some_and_not_too_many_to_choose_from():
    assert 6 <= len(load_canned(KNOWLEDGE)) <= 12


@pytest.mark.parametrize("one", load_canned(KNOWLEDGE), ids=lambda one: one.id)
def test_each_is_complete_when_filled_and_passes_the_filter_unchanged(one):
    text = filled(one.text, municipality="Gent", contact="Unia (https://www.unia.be)")
    assert text.strip()
    assert not {"{", "}"} & set(text)
    assert clean(text).text == text


def test_what_is_not_known_is_said_in_general():
    text = filled("Voor {gemeente}: {contact}.", municipality=None, contact="Unia")
    assert text == "Voor uw gemeente: Unia."


def test_markdown_becomes_what_a_person_would_type():
    assert plain("**Wie?** Zie [Unia](https://unia.be).\n\n- één") == (
        "Wie? Zie Unia (https://unia.be).\n\n- één"
    )


def test_a_broken_text_is_named(tmp_path: Path):
    (tmp_path / "canned").mkdir()
    (tmp_path / "canned" / "kapot.md").write_text("---\ntitle: Kapot\n---\n# Iets\n\nx\n")
    with pytest.raises(ConfigurationError, match=r"kapot\.md"):
        load_canned(tmp_path)


def test_a_knowledge_folder_may_have_none(tmp_path: Path):
    assert load_canned(tmp_path) == ()
