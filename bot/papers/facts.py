"""The facts of the papers, from the settings and the project as they are now. Nothing is opened, made or changed."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml
from sqlalchemy.engine import make_url

from bot.errors import ConfigurationError
from bot.gateway.greeting import GREETING
from bot.knowledge.library import load_library
from bot.mail.settings import MailSettings
from bot.nlu.trainingdata import load_questions
from bot.papers.tables import described
from bot.privacy.recognisers import RECOGNISERS
from bot.settings import PROJECT, Settings
from bot.staff.roles import Right, Role
from bot.vault.keyfile import read

MEASURED = PROJECT / "docs" / "privacy.json"
"""Written by `python -m benchmarks.filter`."""

OPEN = "in te vullen door de organisatie"


@dataclass(frozen=True)
class Fact:
    """One line of a form."""

    label: str
    value: str
    to_check: bool = False
    """Whether a person must confirm it: the configuration cannot know."""


def gather(settings: Settings, *, at: datetime, measured: Path = MEASURED) -> dict[str, Any]:
    """Everything as plain data, in the order of the page."""
    return {
        "made_at": at.isoformat(timespec="seconds"),
        "register": [asdict(one) for one in _register()],
        "tables": described(settings.keep),
        "security": [asdict(one) for one in _security(settings)],
        "algorithm": [asdict(one) for one in _algorithm(settings)],
        "filter": json.loads(measured.read_text("utf-8")) if measured.is_file() else None,
    }


def _register() -> Iterator[Fact]:
    yield Fact("Verwerkingsverantwoordelijke en functionaris", OPEN, to_check=True)
    yield Fact(
        "Doel",
        "algemene vragen van lokale besturen over radicalisering en polarisering beantwoorden of doorverwijzen; "
        "aanvragen aan de helpdesk opvolgen; cijfers zonder tekst over het gebruik",
    )
    yield Fact("Rechtsgrond", "te bevestigen door de DPO", to_check=True)
    yield Fact(
        "Betrokkenen",
        "bezoekers; medewerkers van de helpdesk; derden over wie een bezoeker iets typt, hoewel dat gevraagd wordt "
        "niet te doen",
    )
    yield Fact(
        "Categorieën van gegevens",
        "tekst van gesprekken na de filter; contactgegevens bij een aanvraag (versleuteld); functie en gemeente; "
        "accounts en handelingen van medewerkers",
    )
    yield Fact(
        "Wat de filter maskeert voor iets bewaard wordt",
        ", ".join(kind.value for kind in RECOGNISERS) + ". Gemaskeerd is niet anoniem",
    )
    yield Fact(
        "Bijzondere en strafrechtelijke gegevens (art. 9 en 10 AVG)",
        "worden niet gevraagd; vrije tekst kan ze bevatten, en de filter herkent ze niet",
        to_check=True,
    )
    readers = [role.label for role in Role if Right.SEE_CONVERSATIONS in role.rights]
    yield Fact("Ontvangers in de toepassing", f"rollen die gesprekken zien: {', '.join(readers)}")
    yield Fact(
        "E-mail",
        "aan de helpdesk alleen een link; aan een bezoeker die een adres liet, het antwoord van een medewerker na de "
        "filter. De mailserver en het postvak van de ontvanger bewaren die mails: te beoordelen",
        to_check=True,
    )
    yield Fact("Verwerkers, hosting, doorgifte buiten de EER", OPEN, to_check=True)
    yield Fact("Bewaartermijnen", "zie de tabellen hieronder", to_check=True)


def _security(settings: Settings) -> Iterator[Fact]:
    kind = make_url(settings.database_url).get_backend_name()
    yield Fact("Databank", kind)
    yield Fact(
        "Wissen op schijf",
        "secure_delete, en de WAL wordt leeggemaakt na het wissen"
        if kind == "sqlite"
        else "VACUUM FULL na het wissen; wat in de WAL staat, gaat met het segment: te controleren",
        to_check=kind != "sqlite",
    )
    yield Fact("Versleuteling van de schijf", OPEN, to_check=True)
    yield Fact("Sleutels van contactgegevens en reservekopieën", _keys(settings.keys))
    yield Fact("Sleutel van het logboek", _present(settings.audit_key))
    yield Fact("Kopie van de sleutels op een andere plaats", OPEN, to_check=True)
    copies = len(list(settings.backups.glob("*.kopie")))
    yield Fact(
        "Reservekopieën",
        f"{copies} versleuteld in de map {settings.backups.name}; weg na {settings.keep.backup_days} dagen. "
        "Kopieën op een andere plaats volgen die regel niet vanzelf",
        to_check=True,
    )
    yield _mail(settings.mail)
    rates = "uit" if settings.limits == 0 else f"aan (breedte {settings.limits:g})"
    yield Fact("Grenzen op het aantal verzoeken", rates, to_check=settings.limits == 0)
    yield Fact("Niveau van het serverlog", f"{settings.log_level}; zonder tekst van bezoekers")


def _mail(mail: MailSettings | None) -> Fact:
    if mail is None:
        return Fact("Mailserver", "geen: Wegwijs verstuurt geen mails")
    line = "op deze computer" if mail.loopback else "TLS" if mail.tls else "STARTTLS, verplicht"
    return Fact("Mailserver", f"{mail.host}, verbinding: {line}", to_check=True)


def _keys(path: Path) -> str:
    try:
        keys = read(path)
    except ConfigurationError as error:
        return error.detail
    return f"{_present(path)}; {len(keys.by_id)} sleutel(s), nieuwste {keys.newest}"


def _present(path: Path) -> str:
    if not path.is_file():
        return f"{path.name}: nog niet gemaakt"
    open_to = "anderen kunnen het lezen" if path.stat().st_mode & 0o077 else "alleen de eigenaar"
    return f"{path.name}, buiten de databank; leesbaar: {open_to}"


def _algorithm(settings: Settings) -> Iterator[Fact]:
    questions = load_questions(PROJECT / "data" / "nlu")
    library = load_library(settings.knowledge)
    pipeline = yaml.safe_load((PROJECT / "config.yml").read_text("utf-8"))["pipeline"]
    yield Fact(
        "Wat het algoritme beslist",
        "welk van de geschreven antwoorden bij een vraag hoort, of er verduidelijking, een doorverwijzing, een "
        "medewerker of de noodkaart komt",
    )
    yield Fact(
        "Wat het niet beslist",
        "niets over een persoon: geen risico, geen score, geen profiel, geen toegang tot een dienst. Het schrijft geen "
        "antwoorden, en beslist niet over een aanvraag",
    )
    yield Fact(
        "Onderdelen", ", ".join(part["name"].rsplit(".", 1)[-1] for part in pipeline) + "; regels"
    )
    yield Fact("Modellen", ", ".join(_models(settings.models)) or "nog geen")
    yield Fact(
        "Gegevens om uit te leren",
        f"{len(questions)} geschreven voorbeeldvragen voor {len({one.intent for one in questions})} bedoelingen; "
        "voor namen gemaakte zinnen met lijsten van namen. Geen gesprekken van bezoekers",
        to_check=True,
    )
    yield Fact(
        "Antwoorden",
        f"{len(library.articles)} vaste artikels; bij elk staat wanneer het nagelezen werd. Door wie: te bevestigen",
        to_check=True,
    )
    yield Fact(
        "Menselijke tussenkomst",
        "de bezoeker kan op elk moment een medewerker vragen; of die er is, hangt af van de organisatie",
        to_check=True,
    )
    yield Fact("Melding dat het een automatische assistent is", GREETING.text.split("\n")[0])
    yield Fact(
        "AI-verordening, art. 50",
        "de melding staat als eerste bericht in elk gesprek; of ze volstaat en of dit een AI-systeem is (art. 3)",
        to_check=True,
    )


def _models(folder: Path) -> list[str]:
    """The newest model of the engine and of names."""
    kinds = (folder.glob("*.tar.gz"), folder.glob("namen-*"))
    found = [max(kind, key=lambda one: one.stat().st_mtime, default=None) for kind in kinds]
    return [one.name.removesuffix(".tar.gz") for one in found if one is not None]
