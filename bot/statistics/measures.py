"""The registry of measures: each figure that Wegwijs gives is declared here, once.

A measure is a query on the counted facts with its meaning beside it, so that a report, an export or a page can show
what was counted, of what, and never needs a query of its own.
"""

from __future__ import annotations

from sqlalchemy import func, select

from bot.knowledge.catalogue import Audience, TopicId
from bot.knowledge.contacts import ReferralGroup
from bot.knowledge.library import Library
from bot.registration.models import (
    Channel,
    ContactRecord,
    Outcome,
    OutcomeRecord,
    QuestionRecord,
    ReferralRecord,
)
from bot.statistics.counting import (
    DISTINCT_REFERRED,
    IS_REFERRED,
    by,
    contacts,
    different,
    messages,
    questions,
    referrals,
)
from bot.statistics.counting import UNKNOWN as UNKNOWN
from bot.statistics.days import by_day
from bot.statistics.measure import Measure, Total
from bot.statistics.usefulness import USEFULNESS
from bot.statistics.waiting import ANSWERED

_BY_TOPIC = by(questions, QuestionRecord.topic)
_BY_MUNICIPALITY = by(contacts, ContactRecord.municipality)

CONTACTS = Total(
    id="contacts",
    label="Contacten",
    definition="Een gesprek via chat, e-mail, telefoon of overleg met minstens één bericht van de vrager. Het telt op "
    "de dag van dat eerste bericht, naar Belgische tijd. Testgesprekken tellen nooit mee.",
    words="alle contacten van de periode",
    query=contacts(func.count()),
)
QUESTIONS = Total(
    id="questions",
    label="Vragen",
    definition="Een onderwerp waarover iemand in een contact iets vroeg. Tweemaal hetzelfde onderwerp in één contact "
    "is één vraag; ze telt op de dag waarop ze voor het eerst gesteld werd.",
    words="alle vragen van de periode",
    query=questions(func.count(QuestionRecord.id)),
)
REFERRED = Total(
    id="referred",
    label="Doorverwezen vragen",
    definition="Een vraag van de periode met minstens één dienst als antwoord, gegeven door de assistent of door een "
    "medewerker. Een dienst die alleen onder “meer weten” staat, is geen doorverwijzing.",
    words="alle doorverwezen vragen van de periode",
    query=referrals(DISTINCT_REFERRED),
)
MESSAGES = Total(
    id="messages",
    label="Berichten",
    definition="Een bericht van een vrager waarvan de afloop geregistreerd is, op de dag waarop het behandeld werd. "
    "Een knop bij “Voor wie vraagt u dit?” is geen bericht. Een stap in een aanvraagformulier evenmin.",
    words="alle berichten van de periode met een afloop",
    query=messages(func.count(OutcomeRecord.id)),
)
_GROUPS_GIVEN = Total(
    id="groups_given",
    label="Vragen per groep",
    definition="Elke doorverwezen vraag, eenmaal voor elke groep waarnaar ze verwezen werd.",
    words="alle doorverwezen vragen, eenmaal per groep",
    query=lambda period: select(func.count()).select_from(
        referrals(ReferralRecord.question_id, ReferralRecord.group)(period).distinct().subquery()
    ),
)
_REFERRALS = Total(
    id="referrals",
    label="Doorverwijzingen",
    definition="Elke doorverwezen vraag, eenmaal voor elke dienst waarnaar ze verwezen werd.",
    words="alle doorverwijzingen van de periode",
    query=referrals(func.count(ReferralRecord.id)),
)

CONTACT_MUNICIPALITIES = Total(
    id="contact_municipalities",
    label="Gemeenten die contact opnamen",
    definition="Elke gemeente van waaruit in de periode minstens één contact kwam, eenmaal. Contacten zonder gemeente "
    "tellen hier niet mee.",
    words="alle gemeenten die contact opnamen",
    query=different(contacts, ContactRecord.municipality),
)

TOTALS = (CONTACTS, QUESTIONS, REFERRED)
"""The totals of a report."""


def _nature(library: Library, topic: str) -> str:
    known = library.catalogue.topics.get(TopicId(topic))
    return UNKNOWN if known is None else known.nature


def _sample(library: Library, topic: str) -> str:
    known = library.catalogue.topics.get(TopicId(topic))
    return UNKNOWN if known is None else known.sample


def _province(library: Library, municipality: str) -> str:
    known = library.municipalities.get(municipality)
    return UNKNOWN if known is None else known.province


def titles(library: Library) -> dict[str, str]:
    """What each topic is called."""
    articles = library.articles
    return {
        one: articles[one].title if one in articles else one for one in library.catalogue.topics
    }


MEASURES = (
    Measure(
        id="channels",
        label="Contacten per kanaal",
        definition="Elk contact telt eenmaal, bij het kanaal waarlangs het binnenkwam.",
        numerator="contacten via dit kanaal",
        base=CONTACTS,
        whole=CONTACTS,
        query=by(contacts, ContactRecord.channel),
        labels=lambda _library: {one.value: one.label for one in Channel},
        complete=True,
    ),
    Measure(
        id="audiences",
        label="Contacten per soort vrager",
        definition="Elk contact telt eenmaal, bij de hoedanigheid die de vrager zelf opgaf of in zijn bericht "
        "noemde. Wie niets opgaf of noemde, staat bij “Onbekend” en wordt niet over de andere rijen verdeeld.",
        numerator="contacten van deze soort vrager",
        base=CONTACTS,
        whole=CONTACTS,
        query=by(contacts, ContactRecord.audience),
        labels=lambda _library: {one.value: one.label for one in Audience},
        complete=True,
    ),
    Measure(
        id="natures",
        label="Vragen per aard",
        definition="Elke vraag telt eenmaal, bij de groep waartoe haar onderwerp behoort.",
        numerator="vragen van deze aard",
        base=QUESTIONS,
        whole=QUESTIONS,
        query=_BY_TOPIC,
        labels=lambda library: library.catalogue.natures,
        row_of=_nature,
        complete=True,
    ),
    Measure(
        id="samples",
        label="Vragen volgens de indeling van de steekproef",
        definition="Elke vraag telt eenmaal, bij de categorie die haar onderwerp had in de steekproef van 35 vragen.",
        numerator="vragen in deze categorie",
        base=QUESTIONS,
        whole=QUESTIONS,
        query=_BY_TOPIC,
        labels=lambda library: {one.id: one.label for one in library.catalogue.samples.values()},
        row_of=_sample,
        complete=True,
    ),
    Measure(
        id="topics",
        label="Vragen per onderwerp",
        definition="Elke vraag telt eenmaal, bij haar onderwerp. Onderwerpen zonder vragen staan er niet bij.",
        numerator="vragen over dit onderwerp",
        base=QUESTIONS,
        whole=QUESTIONS,
        query=_BY_TOPIC,
        labels=titles,
    ),
    Measure(
        id="referral_groups",
        label="Doorverwezen vragen per groep van diensten",
        definition="Een vraag die naar twee groepen verwezen werd, telt in elk van beide; daarom kan de som van de "
        "aandelen hoger zijn dan 100 %. Naar twee diensten van dezelfde groep is eenmaal.",
        numerator="doorverwezen vragen naar een dienst van deze groep",
        base=REFERRED,
        whole=_GROUPS_GIVEN,
        query=by(referrals, ReferralRecord.group, DISTINCT_REFERRED),
        labels=lambda _library: {one.value: one.label for one in ReferralGroup},
        complete=True,
    ),
    Measure(
        id="referral_contacts",
        label="Doorverwezen vragen per dienst",
        definition="Een vraag die naar twee diensten verwezen werd, telt bij elk van beide; daarom kan de som van de "
        "aandelen hoger zijn dan 100 %. Diensten zonder doorverwijzing staan er niet bij.",
        numerator="doorverwezen vragen naar deze dienst",
        base=REFERRED,
        whole=_REFERRALS,
        query=by(referrals, ReferralRecord.contact, DISTINCT_REFERRED),
        labels=lambda library: {one.id: one.name for one in library.contacts.values()},
    ),
    Measure(
        id="municipalities",
        label="Contacten per gemeente",
        definition="Elk contact telt eenmaal, bij de gemeente van de vrager zoals die opgegeven werd of uit de site "
        "bleek. Gemeenten zonder contact staan er niet bij; zonder opgave staat het contact bij “Onbekend”.",
        numerator="contacten uit deze gemeente",
        base=CONTACTS,
        whole=CONTACTS,
        query=_BY_MUNICIPALITY,
        labels=lambda library: {one.nis: one.name for one in library.municipalities.values()},
        unknown_shown=True,
    ),
    Measure(
        id="provinces",
        label="Contacten per provincie",
        definition="Elk contact telt eenmaal, bij de provincie van de gemeente van de vrager. Zonder opgave, of met "
        "een gemeente buiten Vlaanderen, staat het contact bij “Onbekend”.",
        numerator="contacten uit gemeenten van deze provincie",
        base=CONTACTS,
        whole=CONTACTS,
        query=_BY_MUNICIPALITY,
        labels=lambda library: {
            one: one for one in sorted({one.province for one in library.municipalities.values()})
        },
        row_of=_province,
        complete=True,
        unknown_shown=True,
    ),
    Measure(
        id="outcomes",
        label="Afloop van de berichten",
        definition="Elk bericht van een vrager telt eenmaal, bij wat ermee gebeurde. Een contact kan meer dan één "
        "bericht hebben. Een knop bij “Voor wie vraagt u dit?” is geen bericht. Een stap in een aanvraagformulier "
        "evenmin.",
        numerator="berichten met deze afloop",
        base=MESSAGES,
        whole=MESSAGES,
        query=by(messages, OutcomeRecord.outcome),
        labels=lambda _library: {one.value: one.label for one in Outcome},
        complete=True,
    ),
    by_day(CONTACTS),
    USEFULNESS,
    ANSWERED,
)
"""Every table of a report, in its order."""

REFERRED_OR_NOT = Measure(
    id="referred_or_not",
    label="Vragen met en zonder doorverwijzing",
    definition="Elke vraag telt eenmaal. Doorverwezen is een vraag met minstens één dienst als antwoord, gegeven door "
    "de assistent of door een medewerker.",
    numerator="vragen die wel of niet doorverwezen werden",
    base=QUESTIONS,
    whole=QUESTIONS,
    query=by(questions, IS_REFERRED),
    labels=lambda _library: {"ja": "Doorverwezen", "nee": "Zelf beantwoord of niet doorverwezen"},
    complete=True,
)
"""Shown in the answer for a period; the monthly report gives the same in a sentence."""
