"""knowledge/routing.yml: a row for every topic, and a route for every audience."""

from __future__ import annotations

from collections.abc import Iterator

from bot.checking.problem import Problem
from bot.checking.project import CONTACTS, ENTITIES, ROUTING, TOPICS, Project
from bot.checking.rules import Finding, Rule, entries, fields, items, known, one_of
from bot.checking.values import Value
from bot.knowledge.catalogue import Audience, TopicId
from bot.knowledge.contacts import ReferralGroup
from bot.knowledge.routing import Asked, Group, Routing

AUDIENCES = [one.value for one in Audience]
GROUPS = [one.value for one in Group]
UNKNOWN_SECTOR = "onbekend"
EMERGENCY = "nooddiensten"
DEPARTMENTS = (ReferralGroup.VLAAMSE_DIENSTEN.value, ReferralGroup.ONDERWIJS.value)
"""Groups of contacts that a first-line worker may be referred to."""
REFERRED_ALWAYS = "een hulpverlener gaat altijd naar het departement van zijn sector"


def check_routing(project: Project) -> Iterator[Problem]:
    """Shape, names that exist, completeness, and a route for every pair."""
    table = project.yaml(ROUTING)
    if table is None:
        return
    found = [
        *_shape(project)(table),
        *_check_names(table, "groepen", GROUPS, "de groep"),
        *_check_audiences(table),
        *_check_sectors(project, table),
        *_check_kinds(project, table),
        *_check_rows(project, table),
    ]
    if not found:
        found += _check_routes(project, table)
    for line, message in found:
        yield Problem(ROUTING, line, message)


def _shape(project: Project) -> Rule:
    contact = known(project.stems(CONTACTS, ".yml"), "het contact", CONTACTS)
    contacts = items(contact)
    groups = items(_group)
    row = fields(
        {"volledig": groups},
        {
            "verwijs": contacts,
            "verwijs_wie": contacts,
            "wie_voor": groups,
            "per_expertise": entries(contacts),
            "uitzonderingen": entries(contacts),
        },
    )
    return fields(
        {
            "groepen": entries(items(one_of(AUDIENCES, "de doelgroep"))),
            "departementen": entries(contact),
            "veiligheid": items(contact, least=1),
            "topics": entries(row),
        }
    )


def _group(value: Value) -> Iterator[Finding]:
    """A group; an audience has its place elsewhere in the row."""
    if value.text in AUDIENCES and value.text not in GROUPS:
        message = f"'{value.text}' is een doelgroep, en hier hoort een groep"
        yield value.line, f"{message}; kies uit: {', '.join(GROUPS)}, of gebruik 'uitzonderingen'"
    else:
        yield from one_of(GROUPS, "de groep")(value)


def _check_names(
    table: Value, section: str, wanted: list[str], kind: str, *, where: str = ""
) -> Iterator[Finding]:
    """A section must hold exactly these names."""
    inner = table.get(section)
    if inner is None:
        return
    for name, line, _ in inner.items():
        if name not in wanted:
            yield line, f"{kind} '{name}' bestaat niet{where}; kies uit: {', '.join(wanted)}"
    for name in wanted:
        if inner.get(name) is None:
            yield table.key_lines[section], f"{kind} '{name}' ontbreekt in '{section}'; voeg toe"


def _check_audiences(table: Value) -> Iterator[Finding]:
    """Every audience belongs to one group."""
    groups = table.get("groepen")
    if groups is None:
        return
    first: dict[str, str] = {}
    for group, _, members in groups.items():
        for one in members.each():
            if first.setdefault(one.text, group) != group:
                yield (
                    one.line,
                    f"de doelgroep '{one.text}' staat al in de groep '{first[one.text]}'; kies één groep",
                )
    for name in AUDIENCES:
        if name not in first:
            line = table.key_lines["groepen"]
            yield line, f"de doelgroep '{name}' zit in geen enkele groep; voeg ze toe"


def _check_sectors(project: Project, table: Value) -> Iterator[Finding]:
    sectors = project.names(ENTITIES, "sectoren")
    if sectors is not None:
        wanted = [*sorted(sectors), UNKNOWN_SECTOR]
        where = f" bij de sectoren van {ENTITIES}"
        yield from _check_names(table, "departementen", wanted, "de sector", where=where)


def _check_kinds(project: Project, table: Value) -> Iterator[Finding]:
    """A department is one of the Flemish government, and who is in danger gets the emergency services."""
    for sector, _, contact in table.items("departementen"):
        known_one = contact.text in project.stems(CONTACTS, ".yml")
        file = project.yaml(f"{CONTACTS}/{contact.text}.yml") if known_one else None
        group = None if file is None else file.get("group")
        if group is not None and group.text not in DEPARTMENTS:
            right = f"kies een contact van de groep {' of '.join(DEPARTMENTS)}"
            message = f"'{contact.text}' is geen departement voor de sector '{sector}'"
            yield contact.line, f"{message}: het hoort bij '{group.text}'; {right}"
    safety = table.get("veiligheid")
    if (
        safety is not None
        and safety.each()
        and EMERGENCY not in {one.text for one in safety.each()}
    ):
        yield safety.line, f"bij gevaar hoort '{EMERGENCY}'; zet het in 'veiligheid'"


def _check_rows(project: Project, table: Value) -> Iterator[Finding]:
    topics, expertise = project.topics(), project.names(ENTITIES, "expertise")
    rows = table.get("topics")
    if rows is None:
        return
    for topic in topics or ():
        if rows.get(topic) is None:
            message = f"het onderwerp '{topic}' heeft geen rij; voeg toe: '{topic}: {{volledig: [bestuur]}}'"
            yield table.key_lines["topics"], message
    for topic, line, row in rows.items():
        if topics is not None and topic not in topics:
            yield line, f"het onderwerp '{topic}' bestaat niet in {TOPICS}; haal de rij weg"
        for name, place, _ in row.items("per_expertise"):
            if expertise is not None and name not in expertise:
                yield place, f"de expertise '{name}' bestaat niet in {ENTITIES}; verbeter de naam"
        for name, place, _ in row.items("uitzonderingen"):
            if name not in GROUPS and name not in AUDIENCES:
                yield place, f"'{name}' is geen groep of doelgroep; verbeter de naam"
            elif name == Group.HULPVERLENER:
                yield place, f"'{name}' heeft hier geen gevolg: {REFERRED_ALWAYS}; haal het weg"
        for field in ("volledig", "wie_voor"):
            for one in row.each(field):
                if one.text == Group.HULPVERLENER:
                    message = f"'{one.text}' heeft bij '{field}' geen gevolg: {REFERRED_ALWAYS}"
                    yield one.line, f"{message}; haal het weg"
        if row.get("wie_voor") is not None and row.get("verwijs_wie") is None:
            place = row.key_lines["wie_voor"]
            yield place, "'wie_voor' heeft geen gevolg zonder 'verwijs_wie'; voeg die toe"


def _check_routes(project: Project, table: Value) -> Iterator[Finding]:
    """Last proof: ask the real routing for every pair of topic and audience."""
    try:
        routing = Routing.load(project.root / ROUTING)
    except (KeyError, ValueError, TypeError, AttributeError) as error:
        yield 1, f"de tabel kan niet gelezen worden ({error}); kijk na wat laatst veranderd is"
        return
    for topic, line, _ in table.items("topics"):
        for audience in Audience:
            try:
                routing.route(TopicId(topic), Asked(audience=audience))
            except (KeyError, ValueError) as error:
                message = f"'{topic}' geeft geen antwoord aan '{audience}' ({error})"
                yield line, f"{message}; kijk de rij na"
