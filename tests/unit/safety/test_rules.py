"""The rules for danger: what people say when it is real, and what only sounds like it."""

from __future__ import annotations

import pytest
import yaml

from bot.safety import rules
from bot.safety.card import Danger
from bot.safety.phrases import read
from bot.safety.rules import check, load
from tests.common.growth import grows_evenly

EMERGENCY = [
    "Mijn zus is ontvoerd.",
    "Ze willen die jongen lynchen.",
    "Een bewoner heeft mijn collega bij de keel gegrepen.",
    "Hij houdt haar bij de keel vast en laat niet los.",
    "Er staat een man aan ons loket met een mes en hij roept dat hij iemand gaat neersteken.",
    "mijn broer zegt dat hij morgen een aanslag pleegt in het station",
    "Wij ontvingen zopas een telefonische bommelding voor het administratief centrum.",
    "als de burgemeester dat asielcentrum niet sluit steek ik het vannacht in brand",
    "k heb een wapen gekocht en k weet op wie k ga schieten",
    "Ze wil vanavond nog vertrekken naar het kalifaat met de baby",
    "er wordt hier gevochten met messen voor het jeugdhuis",
    "Hij gaat zijn leerkracht vermoordden, hij heeft een pistol",
    "HIJ HEEFT EEN GEWEER BIJ EN STAAT AAN DE SCHOOL",
    "Er ligt een verdacht pakket aan het station",
    "gijzeling",
    "mijn leraar zit met een stanleymes in de gang",
    "hij zei dat hij de schepen een kogel door de kop jaagt",
    "er zat poeder in de enveloppe, de brief met poeder ligt hier nog",
    "mijn vader wurgt mijn moeder",
    "hij gaat vannacht met een busje naar de oorlog",
    "de volgende die eraan gaat is de burgemeester",
]
SUICIDE = [
    "Ik wil niet meer leven.",
    "kga mij verhangen",
    "ik denk er al weken aan om er een eind aan te maken",
    "Een leerling vertelde mij dat ze zelfmoord wil plegen, wat doe ik nu?",
    "mijn lief gaat zichzelf vermoorden als ik hem verlaat zegt hij",
    "Betrokkene uitte de wens om niet langer te leven.",
    "hij is suïcidaal",
    "wil dood",
    "ik schrijf een thesis maar eigenlijk denk ik aan zelfdoding",
    "kwil nt meer wakker worden",
    "hij denkt aan zelfmorod",
    "ik wil er niet meer zijn",
    "hoeveel pillen zijn er genoeg om te sterven?",
    "als die brief komt hang ik mij op",
    "ik sta op de brug",
    "ben het leven kotsbeu, leven zo beu ben ik",
    "het is voor iedereen beter als ik verdwijn",
]
NONE = [
    "Wat is er geweten over ontvoerde kinderen?",
    "Hoe vertel ik kleuters over mensen die zichzelf opblazen?",
    "Is een school verplicht om een wapen op school te melden?",
    "Ons toestel ging af door een valse bommelding.",
    "Wij gaan eraan kapot, die vergaderingen.",
    "Ik schiet u straks wat informatie door.",
    "Hoeveel aanslagen zijn er in België gepleegd sinds 2015?",
    "Ik schrijf een thesis over lone wolves die met een vrachtwagen inrijden op mensen.",
    "De subsidie is een stille dood gestorven, komt er iets in de plaats?",
    "ik wil mijn aanvraag afmaken",
    "Kan ik dat formulier morgen nog afmaken?",
    "ik ga dood van de stress voor die deadline van de projectsubsidie",
    "Bestaat er een vorming over zelfmoordpreventie voor jeugdwerkers?",
    "We houden donderdag een evacuatieoefening met een fictieve bommelding.",
    "In het beleidsplan staat een hoofdstuk over acute dreiging, wat moet daarin?",
    "Vorig jaar kreeg onze schepen een kogelbrief, mag hij daarover getuigen?",
    "Ik schiet tekort als coördinator, hebben jullie tips?",
    "De oppositie schiet ons plan af, hoe verdedig ik het in de raad?",
    "Ons overleg is dood en begraven sinds corona.",
    "Hoe leg ik aan kinderen uit wat een bom is?",
    "Goedemorgen, wie is onze contactpersoon bij het LIVC?",
    "vaarwel, tot de volgende gemeenteraad",
    "ik schiet in een lach met die afkortingen",
    "ik ga eraan beginnen, dank u",
    "Valt een gewapende strijd in het buitenland onder terrorisme?",
    "onder dat bericht wordt niemand bedreigd, maar waar meld ik het?",
    "Stel: iemand belt dat hij een aanslag wil plegen. Wat staat er dan in jullie stappenplan?",
    "mijn chef hangt mij op als ik dat plan niet op tijd heb",
    "",
    "???",
]

DEATH_THREATS = [
    "Iemand heeft mij met de dood bedreigd",
    "iemand van onze gemeente wordt met de dood bedreigd",
    "wij werden gisteren aan het loket bedreigd met de dood",
    "Hij bedreigt onze burgemeester met de dood",
    "Onze schepen kreeg doodsbedreigingen via mail",
    "Wat moet ik doen als iemand mij met de dood bedreigd heeft?",
]
ABOUT_THREATS = [
    "Wat doen we als een schepen met de dood bedreigd wordt?",
    "Hoe vaak wordt een burgemeester met de dood bedreigd?",
    "Welke stappen zet een bestuur bij doodsbedreigingen aan mandatarissen?",
    "Bestaat er een draaiboek voor doodsbedreigingen?",
    "Vorig jaar werd onze burgemeester met de dood bedreigd, mag hij daarover getuigen?",
    "Hoe gaat een gemeente om met bedreigingen aan ambtenaren?",
]
FOREIGN_SUICIDE = [
    "I want to kill myself",
    "i just want to die",
    "My son wants to kill himself",
    "I don’t want to live anymore",
    "je veux mourir",
    "Je pense à me suicider",
    "Je vais me tuer",
    "Elle ne veut plus vivre",
    "ich will sterben",
    "Ich will mich umbringen",
    "Mein Sohn will sich umbringen",
    "Ich möchte nicht mehr leben",
]
FOREIGN_EMERGENCY = [
    "They are going to attack the town hall tonight",
    "He has a gun and he is at the school",
    "there is a bomb in the museum",
    "He is going to kill me",
    "Il y a une bombe à l'école",
    "Il a une arme et il est devant la mairie",
    "Il va me tuer",
    "J'ai été menacée de mort",
    "Er hat eine Waffe",
    "Im Bahnhof ist eine Bombe",
    "Er will mich umbringen",
    "Sie werden die Schule angreifen",
]
FOREIGN_NONE = [
    "What is radicalisation?",
    "How can our municipality prevent attacks?",
    "Where can I find training about polarisation?",
    "Quel est le niveau de la menace en Belgique ?",
    "Que peut faire une commune contre la radicalisation ?",
    "Was kann die Gemeinde gegen Radikalisierung tun?",
    "Wie hoch ist die Bedrohungsstufe?",
]


@pytest.mark.parametrize("text", EMERGENCY)
def test_danger_to_others_shows_112(text: str) -> None:
    assert check(text) is Danger.NOODGEVAL


@pytest.mark.parametrize("text", SUICIDE)
def test_words_of_suicide_show_1813(text: str) -> None:
    assert check(text) is Danger.ZELFDODING


@pytest.mark.parametrize("text", NONE)
def test_policy_past_and_figures_of_speech_show_no_card(text: str) -> None:
    assert check(text) is None


@pytest.mark.parametrize("text", DEATH_THREATS)
def test_who_is_threatened_with_death_sees_112(text: str) -> None:
    assert check(text) is Danger.NOODGEVAL


@pytest.mark.parametrize("text", ABOUT_THREATS)
def test_a_policy_question_about_threats_shows_no_card(text: str) -> None:
    assert check(text) is None


@pytest.mark.parametrize("text", FOREIGN_SUICIDE)
def test_words_of_suicide_in_english_french_or_german_show_1813(text: str) -> None:
    assert check(text) is Danger.ZELFDODING


@pytest.mark.parametrize("text", FOREIGN_EMERGENCY)
def test_danger_in_english_french_or_german_shows_112(text: str) -> None:
    assert check(text) is Danger.NOODGEVAL


@pytest.mark.parametrize("text", FOREIGN_NONE)
def test_a_plain_question_in_another_language_shows_no_card(text: str) -> None:
    assert check(text) is None


def test_suicide_that_threatens_others_shows_112() -> None:
    assert check("Ik wil dood en ik ga morgen mijn collega's doodschieten.") is Danger.NOODGEVAL
    assert check("Ik wil dood, ik ga mezelf doodschieten.") is Danger.ZELFDODING


def test_every_phrase_begins_and_ends_with_a_word() -> None:
    data = yaml.safe_load(rules._FILE.read_text(encoding="utf-8"))
    phrases = [phrase for group in data["groepen"] for phrase in group["zinnen"]]
    phrases += data["beleid"] + data["nu"] + data["beeldspraak"] + data["zelf_alleen"]
    assert [one for one in phrases if one.strip().startswith(".") or one.endswith((".", " "))] == []


def test_every_group_has_its_own_meaning() -> None:
    meanings = [group.meaning for group in load().groups]
    assert len(meanings) == len(set(meanings))


@pytest.mark.parametrize(
    "piece", ["a ", "ik wil ", "hij gaat ", "wapen ", "ik ", "dood", ". ", "will ", "mit eine "]
)
def test_no_text_makes_it_slow(piece: str) -> None:
    assert grows_evenly(check, piece)


def test_a_ligature_of_a_whole_sentence_is_no_word_and_hides_none() -> None:
    assert read("ﷺ ik wil ﷺ dóód", {}, {}) == " ik wil dood "


@pytest.mark.parametrize(
    "text",
    [
        "Iemand staat hier met een mes aan het loket. Wat is een LIVC R?",
        "Wat kost de vorming? Mijn collega zegt dat hij zelfmoord gaat plegen.",
        "Wat moeten wij doorgeven aan de politie? Er is hier nu iemand aan het schieten",
        "welke subsidies zijn er? en iemand schiet op het marktplein",
    ],
)
def test_a_question_of_policy_does_not_silence_danger_in_another_sentence(text: str) -> None:
    assert check(text) is not None


@pytest.mark.parametrize(
    "text",
    [
        "de burgemeester wordt bedreigd",
        "Onze schepen kreeg vandaag een dreigbrief, wat doen we",
        "er is een dreiging tegen ons gemeentehuis",
        "schutter",
    ],
)
def test_a_threat_to_the_town_shows_112(text: str) -> None:
    assert check(text) is Danger.NOODGEVAL


@pytest.mark.parametrize(
    "text",
    [
        "Wat doen we als een ambtenaar bedreigd wordt?",
        "hoe vaak worden burgemeesters bedreigd?",
        "Welke dreiging geldt er voor ons land?",
        "we schieten goed op met het beleidsplan",
    ],
)
def test_a_question_about_threats_shows_no_card(text: str) -> None:
    assert check(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "er komt rook uit een rugzak in de bib",
        "er staat een rugzak in de bib en er komt rook uit",
        "uit een valies op het perron komt rook",
        "ik hoor getik in een doos aan het onthaal",
        "er hangen draadjes uit een sporttas",
        "we kregen een brief met wit poeier",
        "pakske van een onbekende, het lekt",
        "een man zette een koffer neer, iemand zag het en hij liep weg. Een vrouw liet een tas staan en rende weg",
        "er staat een tas in de sporthal en niemand weet van wie die is",
        "bomalarm bij ons wat moete we doen",
    ],
)
def test_a_thing_that_smokes_ticks_leaks_or_was_left_shows_112(text: str) -> None:
    assert check(text) is Danger.NOODGEVAL


@pytest.mark.parametrize(
    "text",
    [
        "mag er gerookt worden aan de bib",
        "mijn rugzak staat nog in de bib",
        "er ligt een pakje met folders voor u klaar",
        "er staat een doos met brochures in de gang",
        "waarom is wit poeder in een brief meteen terrorisme",
        "de klok in de inkomhal tikt te luid",
        "wat doen we bij een bomalarm",
        "hoe evacueer je een zaal",
    ],
)
def test_a_thing_that_does_nothing_shows_no_card(text: str) -> None:
    assert check(text) is None


@pytest.mark.parametrize(
    "text",
    [
        "ik geef alles op",
        "ik stop ermee, met alles",
        "voor mij mag het stoppen",
        "van mij mag alles gedaan zijn",
        "ik ben moegestreden",
        "wat heeft het nog voor zin allemaal",
        "ik geef het op met dat formulier en met mijn leven, ik wil dood",
        "dit is de laatste keer dat ik schrijf",
    ],
)
def test_giving_up_on_everything_shows_1813(text: str) -> None:
    assert check(text) is Danger.ZELFDODING


@pytest.mark.parametrize(
    "text",
    [
        "ik geef het op met dat formulier",
        "wij geven het op met die stomme website",
        "het is gedaan voor vandaag",
        "dit is de laatste keer dat ik het vraag",
        "wat heeft het voor zin om dat nog in te vullen",
        "ik geef alles op het formulier op",
        "ik stop met alles wat niet dringend is",
    ],
)
def test_giving_up_on_a_form_shows_no_card(text: str) -> None:
    assert check(text) is None


@pytest.mark.parametrize(
    ("text", "danger"),
    [
        ("ik denk niet dat ik pasen nog haal", Danger.ZELFDODING),
        ("zij vraagt of ze naar de hemel gaat als zij het zelf doet", Danger.ZELFDODING),
        ("hij dreigde mij thuis op te zoeken", Danger.NOODGEVAL),
        ("op snap gezet: wie maandag komt krijgt spijt", Danger.NOODGEVAL),
        ("ze houden ons vast in de raadzaal", Danger.NOODGEVAL),
        ("wie vrijdag komt heeft pech, dan zijn wij gesloten", None),
        ("wij halen pasen niet met dat dossier", None),
        ("hij dreigt een klacht in te dienen", None),
        ("hou vast aan de planning", None),
    ],
)
def test_a_veiled_end_or_threat_is_told_from_a_plan(text: str, danger: Danger | None) -> None:
    assert check(text) is danger


@pytest.mark.parametrize(
    ("text", "danger"),
    [
        ("ik heb 30 dafalgans geslikt", Danger.ZELFDODING),
        ("ze heeft een hele doos pijnstillers ingenomen", Danger.ZELFDODING),
        ("ik ben helemaal uitgeleefd", Danger.ZELFDODING),
        ("mijn collega is neergestoken", Danger.NOODGEVAL),
        ("er komt damp uit een sporttas", Danger.NOODGEVAL),
        ("bommelding", Danger.NOODGEVAL),
        ("er zoemt iets, een pakje in de inkom zoemt", Danger.NOODGEVAL),
        ("hij bestelt waterstofperoxide op internet", Danger.NOODGEVAL),
        ("er is een man met een vleesmes in de crèche", Danger.NOODGEVAL),
        ("ik heb een dafalgan genomen voor mijn hoofdpijn", None),
        ("er komt damp uit de koffiemachine", None),
        ("dat gebouw is uitgeleefd", None),
    ],
)
def test_pills_wounds_and_fumes(text: str, danger: Danger | None) -> None:
    assert check(text) is danger
