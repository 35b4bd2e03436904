"""Loading knowledge/: articles, contacts, municipalities and the whole."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from bot.knowledge.articles import Article, Source, Unverified, Variant, load_article
from bot.knowledge.catalogue import Audience, Catalogue, TopicId
from bot.knowledge.contacts import ReferralGroup, load_contact
from bot.knowledge.library import Library, load_library
from bot.knowledge.municipalities import load_municipalities
from bot.knowledge.routing import Asked
from bot.settings import PROJECT

KNOWLEDGE = PROJECT / "knowledge"

ARTICLE = """\
---
title: OCAD
question: Wat is OCAD?
reviewed: 2026-11-23
review_by: 2027-05-23
sources:
  - {title: Wet, publisher: Staatsblad, date: 2006, url: "https://www.ejustice.just.fgov.be"}
  - {title: Uitleg, publisher: OCAD, url: "https://ocad.belgium.be"}
to_verify:
  - {fact: Het niveau., where: "https://ocad.belgium.be"}
related: [livc]
more: [vvsg_helpdesk]
---
# Kort
Kort.

# Meer
Meer.

# Voor publiek
Publiek.
"""

CONTACT = """\
name: Unia
group: andere
what_for: Melden.
url: https://www.unia.be
phone: "0800 12 800"
reviewed: 2026-11-23
review_by: 2027-05-23
sources: []
to_verify: []
"""


@pytest.fixture
def article(tmp_path: Path) -> Article:
    path = tmp_path / "ocad.md"
    path.write_text(ARTICLE, encoding="utf-8")
    return load_article(path)


@pytest.fixture(scope="session")
def library() -> Library:
    return load_library(KNOWLEDGE)


def test_an_article_is_named_after_its_file(article: Article) -> None:
    assert (article.topic, article.title) == ("ocad", "OCAD")
    assert (article.related, article.more) == (("livc",), ("vvsg_helpdesk",))
    assert article.to_verify == (Unverified("Het niveau.", "https://ocad.belgium.be"),)


def test_the_date_of_a_source_may_be_rough_or_unknown(article: Article) -> None:
    first, second = article.sources
    assert first == Source("Wet", "Staatsblad", "https://www.ejustice.just.fgov.be", "2006")
    assert second.date is None


def test_a_variant_replaces_both_texts_and_others_get_the_general_ones(article: Article) -> None:
    assert article.text_for(Variant.PUBLIEK) == ("Publiek.", "")
    assert article.text_for(Variant.ONDERWIJS) == ("Kort.", "Meer.")


def test_an_article_is_stale_from_the_day_after_its_review_date(article: Article) -> None:
    assert not article.is_stale(date(2027, 5, 23))
    assert article.is_stale(date(2027, 5, 24))


@pytest.mark.parametrize("field", ["title", "sources", "to_verify", "related", "more", "review_by"])
def test_an_article_that_lacks_a_field_is_refused(tmp_path: Path, field: str) -> None:
    path = tmp_path / "ocad.md"
    path.write_text(ARTICLE.replace(f"{field}:", f"x_{field}:", 1), encoding="utf-8")
    with pytest.raises(KeyError, match=field):
        load_article(path)


def test_a_contact_may_leave_out_phone_email_and_local(tmp_path: Path) -> None:
    path = tmp_path / "unia.yml"
    path.write_text(CONTACT, encoding="utf-8")
    contact = load_contact(path)
    assert (contact.id, contact.group) == ("unia", ReferralGroup.ANDERE)
    assert (contact.phone, contact.email, contact.local) == ("0800 12 800", None, False)


def test_a_contact_of_an_unknown_group_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "unia.yml"
    path.write_text(CONTACT.replace("andere", "overige"), encoding="utf-8")
    with pytest.raises(ValueError, match="overige"):
        load_contact(path)


def test_every_audience_and_group_has_a_dutch_label() -> None:
    assert all(one.label for one in Audience)
    assert all(one.label for one in ReferralGroup)


def test_the_catalogue_lists_topics_first() -> None:
    catalogue = Catalogue.load(KNOWLEDGE / "topics.yml")
    assert catalogue.intents[: len(catalogue.topics)] == list(catalogue.topics)
    assert {"livc", "groet", "noodgeval", "buiten_bereik"} <= set(catalogue.intents)
    assert len(catalogue.intents) == len(set(catalogue.intents))


def test_the_sample_holds_the_35_questions_of_the_answer() -> None:
    catalogue = Catalogue.load(KNOWLEDGE / "topics.yml")
    assert sum(one.count for one in catalogue.samples.values()) == 35


def test_municipalities_are_found_by_their_code() -> None:
    municipalities = load_municipalities(KNOWLEDGE / "municipalities.csv")
    assert len(municipalities) == 285
    assert municipalities["11002"].name == "Antwerpen"


def test_the_library_holds_an_article_for_every_topic(library: Library) -> None:
    assert set(library.articles) == set(library.catalogue.topics)


def test_a_school_without_a_text_of_its_own_reads_the_public_or_the_full_one(
    library: Library,
) -> None:
    school = Asked(audience=Audience.ONDERWIJS)
    for topic, article in library.articles.items():
        variant = library.route(TopicId(topic), school).variant
        if Variant.ONDERWIJS in article.variants:
            assert variant is Variant.ONDERWIJS
        else:
            full = "onderwijs" in library.routing.rows[topic].complete
            assert variant is (Variant.BESTUUR if full else Variant.PUBLIEK)


@pytest.mark.parametrize("audience", list(Audience))
def test_every_audience_reads_something_on_every_topic(
    library: Library, audience: Audience
) -> None:
    for topic, article in library.articles.items():
        short, _ = article.text_for(library.route(topic, Asked(audience=audience)).variant)
        assert short.strip()


def test_public_audiences_never_read_what_is_written_for_boards_alone(library: Library) -> None:
    for audience in (Audience.PERS, Audience.STUDENT, Audience.BURGER, Audience.BUITENLAND):
        for topic, article in library.articles.items():
            route = library.route(topic, Asked(audience=audience))
            if route.variant is Variant.PUBLIEK:
                assert Variant.PUBLIEK in article.variants
