"""Splitting an article into its YAML block and its sections."""

from __future__ import annotations

import pytest

from bot.knowledge.frontmatter import parse


def test_a_file_is_split_into_fields_and_sections() -> None:
    document = parse("---\ntitle: OCAD\n---\n# Kort\n\nEen.\n\nTwee.\n\n# Meer\nDrie.\n")
    assert document.meta == {"title": "OCAD"}
    assert document.sections == {"Kort": "Een.\n\nTwee.", "Meer": "Drie."}


def test_an_invisible_sign_in_front_is_named() -> None:
    with pytest.raises(ValueError, match="UTF-8 met BOM"):
        parse("\ufeff---\ntitle: OCAD\n---\n# Kort\n\nEen.\n")


def test_a_line_within_a_section_may_hold_dashes() -> None:
    document = parse("---\ntitle: OCAD\n---\n# Kort\nEen.\n---\nTwee.\n")
    assert document.sections == {"Kort": "Een.\n---\nTwee."}


def test_only_a_heading_of_the_first_level_opens_a_section() -> None:
    assert parse("---\na: 1\n---\n# Kort\n## Kop\n#hashtag\n").sections == {
        "Kort": "## Kop\n#hashtag"
    }


@pytest.mark.parametrize(
    "text",
    [
        "# Kort\nEen.\n",
        "title: OCAD\n---\n# Kort\n",
        "---\ntitle: OCAD\n# Kort\n",
        "---\n- een lijst\n---\n# Kort\n",
    ],
)
def test_a_file_without_front_matter_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="---"):
        parse(text)
