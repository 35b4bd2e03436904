"""What each audience reads on each topic, and whom it is referred to: `-k dreigingsniveau` runs one topic."""

from __future__ import annotations

from datetime import date

import pytest

from bot.answers.compose import answer
from bot.knowledge.articles import Variant
from bot.knowledge.catalogue import Audience, TopicId
from bot.knowledge.routing import Group
from bot.replies import Kind, Reply

from .cases import Expected, Referral, asked, cases, common, group_of, library, referred, shown

TODAY = date(2026, 11, 25)
TOPICS = sorted(library().catalogue.topics)
PAIRS = [
    pytest.param(topic, audience, id=f"{topic}-{audience.value}")
    for topic in TOPICS
    for audience in Audience
]
ALSO = [
    pytest.param(topic, one, audience, id=f"{topic}-{audience.value}-{'-'.join(one.about)}{number}")
    for topic, case in cases().items()
    for number, one in enumerate(case.also)
    for audience in Audience
    if group_of(audience).value in one.groups
]


def reply_to(topic: TopicId, audience: Audience, **about: object) -> Reply:
    return answer(library(), topic, asked(audience, about), today=TODAY)


def expected(topic: TopicId, audience: Audience) -> Expected:
    return cases()[topic].answers[group_of(audience)]


def of_all(audience: Audience, kind: str) -> tuple[str, ...]:
    """The phrases that go for this audience on every topic."""
    both = ("everyone", group_of(audience).value)
    return tuple(one for name in both for one in common().get(name, {}).get(kind, ()))


@pytest.mark.parametrize("topic", TOPICS)
def test_every_topic_has_a_file_for_every_group(topic: TopicId) -> None:
    case = cases()[topic]
    assert set(case.answers) == set(Group)
    assert len(set(case.questions)) >= 3
    assert all(one.says for one in case.answers.values())


def test_no_file_is_left_without_a_topic() -> None:
    assert sorted(cases()) == TOPICS


@pytest.mark.parametrize(("topic", "audience"), PAIRS)
def test_the_text_is_the_one_written_for_who_asks(topic: TopicId, audience: Audience) -> None:
    article, reads = library().articles[topic], expected(topic, audience).reads
    whole = (article.short, article.long)
    meant = whole if reads == "bestuur" else (article.variants[Variant(reads)], None)
    reply = reply_to(topic, audience)
    assert (reply.text, reply.detail) == meant


@pytest.mark.parametrize(("topic", "audience"), PAIRS)
def test_the_answer_says_what_it_must(topic: TopicId, audience: Audience) -> None:
    text = shown(reply_to(topic, audience))
    phrases = (*expected(topic, audience).says, *of_all(audience, "says"))
    assert [one for one in phrases if one.casefold() not in text] == []


@pytest.mark.parametrize(("topic", "audience"), PAIRS)
def test_the_answer_never_says_what_it_must_not(topic: TopicId, audience: Audience) -> None:
    text = shown(reply_to(topic, audience))
    phrases = (*expected(topic, audience).never, *of_all(audience, "never"))
    assert [one for one in phrases if one.casefold() in text] == []


@pytest.mark.parametrize(("topic", "audience"), PAIRS)
def test_the_referral_is_exactly_this(topic: TopicId, audience: Audience) -> None:
    reply, refers = reply_to(topic, audience), expected(topic, audience).refers
    assert referred(reply) == refers
    assert reply.kind is (Kind.REFER if refers else Kind.ANSWER)


@pytest.mark.parametrize(("topic", "audience"), PAIRS)
def test_a_contact_that_the_text_points_to_is_there(topic: TopicId, audience: Audience) -> None:
    reply = reply_to(topic, audience)
    if "contact hieronder" in shown(reply):
        assert referred(reply)


@pytest.mark.parametrize(("topic", "also", "audience"), ALSO)
def test_what_is_asked_changes_the_referral(
    topic: TopicId, also: Referral, audience: Audience
) -> None:
    assert referred(reply_to(topic, audience, **also.about)) == also.refers


@pytest.mark.parametrize(("topic", "audience"), PAIRS)
def test_an_answer_tells_where_it_comes_from_and_how_fresh_it_is(
    topic: TopicId, audience: Audience
) -> None:
    reply = reply_to(topic, audience)
    assert reply.sources
    assert reply.reviewed
    assert not reply.stale
