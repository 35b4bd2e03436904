"""What the import of a mailbox reads: the domains of organisations, and the words that name a service."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator

from bot.checking.municipalities import check_municipalities, names_by_code
from bot.checking.problem import Problem
from bot.checking.project import CONTACTS, EMAIL_DOMAINS, REFERRAL_PHRASES, Project
from bot.checking.rules import entries, items, word
from bot.knowledge.catalogue import Audience

COLUMNS = ["domain", "audience", "nis", "source"]
_DOMAIN = re.compile(r"[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)+")
_PHRASES = entries(items(word, least=1))


def check_email_domains(project: Project) -> Iterator[Problem]:
    """Columns, each domain once, audiences and codes that exist, and where each line comes from."""
    if not project.place(EMAIL_DOMAINS).exists():
        return
    header, *rows = list(csv.reader((project.text(EMAIL_DOMAINS) or "").splitlines())) or [[]]
    if header != COLUMNS:
        message = (
            f"de eerste regel moet zijn: {','.join(COLUMNS)}; gebruik komma's, geen puntkomma's"
        )
        yield Problem(EMAIL_DOMAINS, 1, message)
        return
    # A fault in that list is told there, and is not repeated here in each line about the same municipality.
    present = {} if any(check_municipalities(project)) else names_by_code(project)
    seen: dict[str, int] = {}
    for line, row in enumerate(rows, start=2):
        for message in _check_row(row, line, seen, present):
            yield Problem(EMAIL_DOMAINS, line, message)


def _check_row(
    row: list[str], line: int, seen: dict[str, int], present: dict[str, str]
) -> Iterator[str]:
    if len(row) != len(COLUMNS):
        yield f"vul de {len(COLUMNS)} kolommen in: {', '.join(COLUMNS)}; alleen nis mag leeg zijn"
        return
    domain, audience, code, source = row
    if not _DOMAIN.fullmatch(domain):
        yield f"'{domain}' is geen domein; schrijf het zoals 'mechelen.be', in kleine letters en zonder @"
    if seen.setdefault(domain, line) != line:
        yield f"het domein '{domain}' staat ook op regel {seen[domain]}; haal er één weg"
    if audience not in list(Audience):
        yield f"de doelgroep '{audience}' bestaat niet; kies uit: {', '.join(Audience)}"
    if code and present and code not in present:
        yield f"de NIS-code '{code}' staat niet in municipalities.csv; verbeter ze"
    if not source.strip():
        yield "zet in de laatste kolom waar dit vandaan komt"


def check_referral_phrases(project: Project) -> Iterator[Problem]:
    """Services that exist, each with words."""
    if not project.place(REFERRAL_PHRASES).exists():
        return
    phrases = project.yaml(REFERRAL_PHRASES)
    if phrases is None:
        return
    for line, message in _PHRASES(phrases):
        yield Problem(REFERRAL_PHRASES, line, message)
    contacts = project.stems(CONTACTS, ".yml")
    for name, line, _ in phrases.items():
        if name not in contacts:
            message = f"er is geen bestand contacts/{name}.yml; verbeter de naam"
            yield Problem(REFERRAL_PHRASES, line, message)
