"""Of a mail its sender's words are left: no quoted mail, no signature, no disclaimer."""

from __future__ import annotations

import pytest

from bot.mailbox.quotes import own_words
from tests.common.growth import grows_evenly

ASKED = "Wat is een LIVC?"

QUOTES = {
    "gmail nl": "Op do 5 nov 2026 om 10:12 schreef Jan Peeters <jan@x.be>:\n\n> Dag\n> An",
    "gmail nl, gebroken": "Op do 5 nov 2026 om 10:12 schreef Jan van de lange dienst <\njan@x.be>:\n\n> Dag",
    "apple nl": "Op 5 nov. 2026, om 10:12 heeft Jan <jan@x.be> het volgende geschreven:\n\nDag An",
    "hotmail nl": "Jan Peeters <jan@x.be> schreef op 5 november 2026 om 10:12:\n\nDag An",
    "outlook nl": "Van: Jan <jan@x.be>\nVerzonden: donderdag 5 november 2026 10:12\nAan: An\nOnderwerp: x\n\nDag An",
    "outlook nl, vet": "*Van:* Jan\n*Verzonden:* donderdag 5 november\n*Aan:* An\n*Onderwerp:* x\n\nDag An",
    "outlook nl, streep": "________________________________\nVan: Jan\nVerzonden: donderdag\nAan: An\n\nDag An",
    "outlook nl, datum": "Van: Jan\nDatum: donderdag 5 november\nAan: An\nCC: Bo\nOnderwerp: x\n\nDag An",
    "oorspronkelijk": "-----Oorspronkelijk bericht-----\nVan: Jan\nVerzonden: donderdag\nAan: An\n\nDag An",
    "gmail fr": "Le jeu. 5 nov. 2026 à 10:12, Jan <jan@x.be> a écrit :\n\n> Bonjour",
    "outlook fr": "De : Jan\nEnvoyé : jeudi 5 novembre 2026 10:12\nÀ : An\nObjet : RE: x\n\nBonjour An",
    "gmail en": "On Thu, Nov 5, 2026 at 10:12 AM Jan Peeters <jan@x.be> wrote:\n\n> Hi",
    "outlook en": "From: Jan\nSent: Thursday, November 5, 2026 10:12 AM\nTo: An\nSubject: RE: x\n\nHi An",
    "original": "-----Original Message-----\nFrom: Jan\nSent: Thursday\nTo: An\n\nHi An",
    "duits": "Am 05.11.2026 um 10:12 schrieb Jan <jan@x.de>:\n\n> Hallo",
    "zonder kop": "> Dag An\n> wat eerder gevraagd werd",
}

SIGNATURES = {
    "groeten": "Met vriendelijke groeten,\n\nAn Peeters\nPreventieambtenaar\nT 015 00 00 00",
    "mvg": "mvg\nAn",
    "groetjes": "Groetjes\nAn",
    "dank": "Alvast bedankt,\nAn",
    "streepjes": "-- \nAn Peeters\nStad Mechelen",
    "toestel": "Verzonden vanaf mijn iPhone",
    "outlook": "Outlook voor Android downloaden",
    "frans": "Bien cordialement,\nAn",
    "engels": "Kind regards\nAn",
    "disclaimer": "Disclaimer: dit bericht is enkel bestemd voor de geadresseerde.",
    "milieu": "Denk aan het milieu voor u deze mail afdrukt.",
}


@pytest.mark.parametrize("quote", QUOTES.values(), ids=QUOTES)
def test_what_was_quoted_is_left_out(quote: str):
    assert own_words(f"{ASKED}\n\n{quote}\n").text == ASKED


@pytest.mark.parametrize("signature", SIGNATURES.values(), ids=SIGNATURES)
def test_a_signature_is_kept_apart(signature: str):
    said = own_words(f"Dag\n\n{ASKED}\n\n{signature}\n")
    assert (said.text, said.signature) == (f"Dag\n\n{ASKED}", signature.replace(" \n", "\n"))


def test_answers_between_quoted_lines_stay():
    text = "Op 5 nov 2026 om 10:12 schreef Jan <j@x.be>:\n> Hoeveel?\nEen stuk of vijf.\n> Wanneer?\nIn maart."
    assert own_words(text).text == "Een stuk of vijf.\nIn maart."


def test_a_mail_that_only_passes_another_on_has_the_words_of_that_one():
    passed = "---------- Doorgestuurd bericht ---------\nVan: Jan\nDatum: do 5 nov\nAan: An\n\nWat is OCAD?"
    said = own_words(passed)
    assert (said.text, said.forwarded) == ("Wat is OCAD?", True)


def test_a_question_behind_thanks_or_a_greeting_in_the_middle_stays():
    text = "Bedankt,\n\nNog iets. Groeten aan de wijkagent.\nHoe richten we een LIVC op?"
    assert own_words(text).text == text


def test_a_postscript_is_the_senders_too():
    text = "Wat is OCAD?\n\nMvg\nAn\n\nPS: bestaat het handelingskader op papier?"
    assert own_words(text).text == "Wat is OCAD?\n\nPS: bestaat het handelingskader op papier?"


@pytest.mark.parametrize(
    "text",
    [
        "Wij zijn bezorgd.\nVan: wie komt dit kader?\nAan: wie vragen we het?",
        "Op 12 maart is er een studiedag. Wie spreekt daar:\nde burgemeester?",
        "De vragen zijn:\n1. Wat is OCAD?\n2. Wie is de CTIF?",
    ],
)
def test_a_sentence_that_looks_like_a_heading_stays(text: str):
    assert own_words(text).text == text


def test_lines_that_a_mail_program_broke_are_whole_again():
    text = "Onze burgemeester vraagt om een LIVC R op te richten. Wie nodigen\nwe daarvoor uit?"
    assert own_words(text).text == text.replace("\n", " ")


@pytest.mark.parametrize(
    ("head", "piece"),
    [("On ", "a "), ("", "> "), ("", "Van: x\n"), ("", "_"), ("", "<a@b "), ("Op 1 ", "schreef "), ("", "\n"),
     ("", "dank ")],
)  # fmt: skip
def test_no_text_makes_it_slow(head: str, piece: str):
    assert grows_evenly(lambda text: own_words(head + text), piece, short=5000)
