"""A typed answer to a question with buttons is heard as its button."""

from __future__ import annotations

import pytest

from bot.nlu.answering import chosen_audience, chosen_role


@pytest.mark.parametrize(
    ("text", "audience"),
    [
        ("gemeente", "gemeente"),
        ("Gemeente of stad", "gemeente"),
        ("voor de gemeente", "gemeente"),
        ("lokaal bestuur", "gemeente"),
        ("OCMW (bestuur of beleid)", "ocmw"),
        ("Lokale politie", "politie"),
        ("Vlaamse overheid", "vlaamse_overheid"),
        ("Pers", "pers"),
        ("School of CLB", "onderwijs"),
        ("Vereniging.", "vereniging"),
        ("CAW", "hulpverlener"),
        ("Hulpverlener of eerstelijnswerker", "hulpverlener"),
    ],
)
def test_the_words_on_a_button_choose_it(text: str, audience: str):
    assert chosen_audience(text) == audience


@pytest.mark.parametrize("text", ["ocmw", "gemeente?", "Wat doet de gemeente", "", "pers is hier"])
def test_other_words_choose_nobody(text: str):
    assert chosen_audience(text) is None


@pytest.mark.parametrize(
    ("text", "role"),
    [
        ("Bestuur of beleid", "ocmw"),
        ("ik ben lid van het vast bureau", "ocmw"),
        ("ik ben van het OCMW, bestuur", "ocmw"),
        ("Hulpverlening", "hulpverlener"),
        ("bestuur en hulpverlening", None),
        ("het bestuur wil een beleidsplan", None),
        ("ocmw", None),
    ],
)
def test_a_role_at_the_ocmw_is_heard(text: str, role: str | None):
    assert chosen_role(text) == role
