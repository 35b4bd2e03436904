"""The routing table."""

from __future__ import annotations

import pytest

from .conftest import Planted

ROUTING = "knowledge/routing.yml"
LIVC = "  livc: {volledig: [bestuur, onbekend]}"

FAULTS = [
    # old, new, on the line with, says
    (f"{LIVC}\n", "", "topics:", "het onderwerp 'livc' heeft geen rij"),
    (LIVC, f"{LIVC}\n  lokaal: {{volledig: []}}", "  lokaal:", "'lokaal' bestaat niet"),
    (LIVC, "  livc: {}", "  livc:", "het veld 'volledig' ontbreekt"),
    (LIVC, "  livc: {volledig: [besturen, onbekend]}", "  livc:", "de groep 'besturen'"),
    (LIVC, "  livc: {volledig: [bestuur], naar: [abb]}", "  livc:", "'naar' is onbekend"),
    (LIVC, "  livc: {volledig: [bestuur], verwijs: [ab]}", "  livc:", "het contact 'ab'"),
    (LIVC, "  livc: {volledig: [bestuur], verwijs: abb}", "  livc:", "hier hoort een lijst"),
    (
        LIVC,
        "  livc: {volledig: [bestuur], wie_voor: [bestuur]}",
        "  livc:",
        "zonder 'verwijs_wie'",
    ),
    (
        LIVC,
        "  livc: {volledig: [bestuur], uitzonderingen: {school: []}}",
        "  livc:",
        "'school' is geen groep of doelgroep",
    ),
    ("      identiteit: [abb]", "      religie: [abb]", "      religie:", "de expertise 'religie'"),
    ("  jeugd: departement_jeugd\n", "", "departementen:", "de sector 'jeugd' ontbreekt"),
    ("  jeugd: departement_jeugd", "  jeugd: jeugd", "  jeugd:", "het contact 'jeugd'"),
    (
        "  jeugd: departement_jeugd",
        "  jeugd: departement_jeugd\n  sport: departement_welzijn",
        "  sport:",
        "de sector 'sport' bestaat niet",
    ),
    ("[student, vereniging", "[vereniging", "groepen:", "'student' zit in geen enkele groep"),
    (
        "  onbekend: [onbekend]",
        "  onbekend: [onbekend, pers]",
        "  onbekend: [onbekend",
        "de doelgroep 'pers' staat al in de groep 'publiek'",
    ),
    ("  onbekend: [onbekend]", "  onbekend: [onbekend, x]", "  onbekend: [onb", "'x' bestaat niet"),
    ("veiligheid: [nooddiensten]\n", "", "groepen:", "het veld 'veiligheid' ontbreekt"),
    ("veiligheid: [nooddiensten]", "veiligheid: []", "veiligheid:", "zet er minstens 1 in"),
    ("veiligheid: [nooddiensten]", "veiligheid: [unia]", "veiligheid:", "hoort 'nooddiensten'"),
    (
        "  jeugd: departement_jeugd",
        "  jeugd: vvsg_helpdesk",
        "  jeugd:",
        "'vvsg_helpdesk' is geen departement voor de sector 'jeugd': het hoort bij 'intern_vvsg'",
    ),
    (
        LIVC,
        "  livc: {volledig: [bestuur], uitzonderingen: {hulpverlener: [vvsg_helpdesk]}}",
        "  livc:",
        "'hulpverlener' heeft hier geen gevolg",
    ),
    (
        LIVC,
        "  livc: {volledig: [bestuur, hulpverlener]}",
        "  livc:",
        "'hulpverlener' heeft bij 'volledig' geen gevolg",
    ),
]


@pytest.mark.parametrize(("old", "new", "at", "says"), FAULTS)
def test_table(project: Planted, old: str, new: str, at: str, says: str) -> None:
    project.change(ROUTING, old, new)
    project.finds(ROUTING, project.line(ROUTING, at), says)
