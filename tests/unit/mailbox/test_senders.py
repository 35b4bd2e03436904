"""From which organisation a mail comes: by its domain, never by a name; and to whom an answer refers."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.errors import ConfigurationError
from bot.knowledge.catalogue import Audience
from bot.knowledge.library import load_library
from bot.mailbox.referring import load_phrases, referred_to
from bot.mailbox.senders import load_domains, organisation_of

KNOWLEDGE = Path("knowledge")
DOMAINS = load_domains(KNOWLEDGE / "email_domains.csv")
LIBRARY = load_library(KNOWLEDGE)
PHRASES = load_phrases(KNOWLEDGE / "referral_phrases.yml", LIBRARY)


@pytest.mark.parametrize(
    ("address", "audience", "municipality"),
    [
        ("an@mechelen.be", "gemeente", "12025"),
        ("an@secretariaat.mechelen.be", "gemeente", "12025"),
        ("an@stad.gent", "gemeente", "44021"),
        ("an@abb.vlaanderen.be", "vlaamse_overheid", None),
    ],
)
def test_a_domain_tells_the_organisation(address: str, audience: str, municipality: str | None):
    found = organisation_of(address, DOMAINS)
    assert found is not None
    assert (found.audience, found.municipality) == (audience, municipality)


@pytest.mark.parametrize("address", ["mechelen.be@gmail.com", "an@xmechelen.be", "", "an", "an@be"])
def test_any_other_domain_tells_nothing(address: str):
    assert organisation_of(address, DOMAINS) is None


def test_every_line_of_the_list_has_a_source_and_a_municipality_that_exists():
    lines = (KNOWLEDGE / "email_domains.csv").read_text(encoding="utf-8").splitlines()[1:]
    assert all(len(one.split(",", 3)[3]) > 5 for one in lines)
    assert lines == sorted(set(lines))
    for one in DOMAINS.values():
        assert one.municipality is None or one.municipality in LIBRARY.municipalities
        assert (one.audience is Audience.GEMEENTE) == (one.municipality is not None)


def test_a_wrong_line_is_told_with_its_number(tmp_path: Path):
    path = tmp_path / "email_domains.csv"
    path.write_text("domain,audience,nis,source\na.be,gemeente,1,x\nb.be,bestaatniet,,x\n")
    with pytest.raises(ConfigurationError, match=r"email_domains.csv:3"):
        load_domains(path)


@pytest.mark.parametrize(
    ("answer", "contacts"),
    [
        ("U kan terecht bij het Agentschap Binnenlands Bestuur.", ["abb"]),
        ("Ik verwijs u naar het Departement Onderwijs en Vorming en naar ABB.", ["abb", "departement_onderwijs"]),
        ("Ik geef je vraag door aan onze collega's van vorming.", ["vvsg_vorming"]),
        ("Het Agentschap Binnenlands Bestuur schreef daar een nota over.", []),
        ("Dag, in bijlage vindt u het handelingskader.", []),
    ],
)  # fmt: skip
def test_a_service_counts_in_a_sentence_that_sends_somebody_there(answer: str, contacts: list[str]):
    assert sorted(referred_to(answer, PHRASES)) == contacts
