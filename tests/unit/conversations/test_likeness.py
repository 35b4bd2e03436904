"""Texts that are about the same come together, and every text is in one group."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from bot.conversations.likeness import alike

DRONES = [
    "mag de politie een drone laten vliegen boven de betoging",
    "drones boven betogingen, mag dat?",
    "hoe vraag ik een vergunning aan voor een drone boven een betoging",
]
ROBLOX = [
    "ons zoontje speelt de hele dag roblox met vreemden",
    "is roblox gevaarlijk voor mijn kind [PERSOON-1]",
    "kinderen op roblox met vreemde spelers",
    "ROBLOX: kinderen met vreemden!",
]
LISTS = [
    "gdpr bij delen van lijsten tussen gemeenten",
    "mogen gemeenten lijsten delen volgens gdpr",
]


def test_questions_about_the_same_thing_are_one_group_and_the_largest_comes_first():
    texts = [DRONES[0], ROBLOX[0], LISTS[0], *DRONES[1:], *ROBLOX[1:], *LISTS[1:]]
    found = [{texts[place] for place in group} for group in alike(texts)]
    assert found == [set(ROBLOX), set(DRONES), set(LISTS)]


def test_the_first_of_a_group_is_the_most_like_the_others():
    texts = ["drone vliegt", "drone vliegt boven betoging", "boven betoging", "roblox"]
    assert alike(texts)[0][0] == 1


def test_what_the_filter_put_in_and_words_of_any_text_make_nothing_alike():
    assert alike(["[PERSOON-1]", "[PERSOON-1]", "wat is dat", "wat is dat"]) == [[0], [1], [2], [3]]
    assert alike([]) == []


@given(st.lists(st.text(alphabet="abc dé[]-1?", max_size=12), max_size=12))
def test_every_text_is_in_one_group(texts: list[str]):
    groups = alike(texts)
    assert sorted(place for group in groups for place in group) == list(range(len(texts)))
    assert [len(one) for one in groups] == sorted(map(len, groups), reverse=True)
