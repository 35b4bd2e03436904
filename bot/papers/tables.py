"""What each table holds, in Dutch, and how long it is kept under the present settings."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from bot.database.tables import METADATA
from bot.settings import Retention


@dataclass(frozen=True)
class Kept:
    """One kind of record."""

    holds: str
    time: Callable[[Retention], str]
    settled: bool = True
    """False when no rule removes it, so that the officer must decide."""


def _talk(keep: Retention) -> str:
    return (
        f"{keep.text_days} dagen na het laatste bericht, {keep.staff_days} dagen als een medewerker meesprak; "
        "meteen weg als de bezoeker of de organisatie het gesprek wist"
    )


def _for_good(_: Retention) -> str:
    return "onbeperkt: geen regel verwijdert dit"


_COUNTED = Kept("tellingen zonder tekst en zonder naam, voor de cijfers", _for_good, settled=False)

KEPT: dict[str, Kept] = {
    "conversations": Kept(
        "gesprekken: site, gemeente, toestand, stand van de dialoog; hashes van namen zonder hun sleutel",
        _talk,
    ),
    "entries": Kept("berichten en antwoorden: tekst na de privacyfilter", _talk),
    "notes": Kept("notities van medewerkers bij een gesprek", _talk),
    "requests": Kept(
        "aanvragen: soort, gemeente, onderwerp, toestand, dagen; en in woorden, na de privacyfilter: onderwerp, "
        "periode, functie van de aanvrager, reden van een weigering",
        lambda keep: (
            f"de woorden tot {keep.staff_days} dagen na de afhandeling of weigering; die van de aanvrager meteen "
            "daarna als het gesprek dan al weg is; een aanvraag die niemand afhandelt, houdt ze; de rest onbeperkt, "
            "zonder tekst"
        ),
        settled=False,
    ),
    "contact_details": Kept(
        "naam, e-mailadres, telefoonnummer van wie iets aanvroeg, versleuteld met AES-256-GCM",
        lambda keep: (
            f"tot de aanvraag afgehandeld of geweigerd is, hoogstens {keep.contact_days} dagen; "
            "één dag als het formulier niet ingediend werd"
        ),
    ),
    "outgoing_mail": Kept(
        "mails die verstuurd zijn of worden: soort, toestand, adres van de helpdesk; van een antwoord aan een bezoeker "
        "ook adres en tekst (na de privacyfilter), van een gemaild gesprek alleen het adres, alles versleuteld met "
        "AES-256-GCM",
        lambda keep: (
            f"{min(30, keep.contact_days)} dagen; adres en tekst van een antwoord tot de mail verstuurd is; "
            "een gemaild gesprek één dag, het adres tot het verstuurd is of niet aankomt"
        ),
    ),
    "contacts": _COUNTED,
    "questions": _COUNTED,
    "referrals": _COUNTED,
    "handovers": _COUNTED,
    "outcomes": _COUNTED,
    "mail_proposals": Kept(
        "voorstellen uit een ingelezen postbus: soort vrager, gemeente, onderwerpen, en de tekst na de privacyfilter",
        lambda keep: (
            f"de tekst tot het voorstel aanvaard of verworpen is, hoogstens {keep.text_days} dagen na het inlezen; "
            "de rest onbeperkt, zonder tekst"
        ),
        settled=False,
    ),
    "mail_known": Kept(
        "welke mails al ingelezen zijn: een hash met een sleutel buiten de databank, geen adres en geen onderwerp",
        _for_good,
        settled=False,
    ),
    "visits": _COUNTED,
    "outreach": _COUNTED,
    "events": _COUNTED,
    "event_openings": _COUNTED,
    "event_participants": _COUNTED,
    "sites": Kept("sites die de widget tonen; geen personen", _for_good),
    "staff": Kept(
        "accounts van medewerkers: aanmeldnaam, naam, rol, hash van het wachtwoord, "
        "koppeling met de organisatie (code, e-mailadres)",
        lambda _: "tot iemand het verwijdert; een account wordt gesloten, niet gewist",
        settled=False,
    ),
    "staff_sessions": Kept(
        "aanmeldingen van medewerkers: hash van het geheim, tijdstippen",
        lambda _: (
            "geldig tot afmelden, 30 minuten zonder gebruik of 8 uur in totaal; "
            "weg bij de eerste aanmelding daarna"
        ),
    ),
    "presence": Kept("welke medewerker aanwezig is", lambda _: "tot de medewerker weg is"),
    "login_attempts": Kept(
        "mislukte aanmeldingen: hash van aanmeldnaam of adres",
        lambda _: "telt 30 minuten; weg bij de eerste mislukte aanmelding daarna",
    ),
    "audit_log": Kept(
        "wie van de organisatie wat zag, uitvoerde, wijzigde of wiste: nummers, geen tekst",
        lambda keep: f"{keep.audit_days} dagen",
    ),
    "audit_head": Kept("begin en einde van de ketting van het logboek; geen personen", _for_good),
    "closed_months": Kept("afgesloten maandcijfers met hun vingerafdruk; geen personen", _for_good),
    "municipality_tokens": Kept(
        "codes waarmee een gemeente haar eigen cijfers leest: hash van de code, gemeente; geen personen",
        _for_good,
    ),
    "daily_jobs": Kept("wanneer er laatst opgeruimd werd; geen personen", _for_good),
}


def described(keep: Retention) -> list[dict[str, object]]:
    """Each table of the database with what it holds, for how long, and its columns with their comments."""
    return [
        {
            "table": table.name,
            "holds": KEPT[table.name].holds,
            "kept": KEPT[table.name].time(keep),
            "to_check": not KEPT[table.name].settled,
            "columns": {column.name: column.comment or "" for column in table.columns},
        }
        for table in METADATA.sorted_tables
    ]
