"""One sentence a question: what its tables come down to."""

from __future__ import annotations

from bot.statistics.measures import UNKNOWN
from bot.statistics.notation import enumeration, number, percentage, plural
from bot.statistics.report import Report

NAMED = 3
"""Rows that a sentence names at most."""


def how_often(report: Report) -> str:
    """Answer 1a."""
    totals = report["totals"]
    if totals["contacts"] == 0 and totals["questions"] == 0:
        return "De helpdesk werd niet gecontacteerd."
    times = plural(totals["contacts"], "keer", "keer")
    return f"De helpdesk werd {times} gecontacteerd, met {plural(totals['questions'], 'vraag', 'vragen')}."


def who(report: Report) -> str:
    """Answer 1b."""
    unknown = next(row["count"] for row in report["tables"]["audiences"] if row["id"] == UNKNOWN)
    known = _largest(report, "audiences", share=True)
    parts = [f"Vooral: {known}." if known else "Van niemand is bekend wie contact opnam."]
    if known and unknown:
        parts.append(f"Bij {plural(unknown, 'contact', 'contacten')} is niet bekend wie het was.")
    return " ".join(parts)


def what(report: Report) -> str:
    """Answer 1c."""
    largest = _largest(report, "natures", share=True)
    return f"In volgorde van belang: {largest}." if largest else "Er werden geen vragen gesteld."


def sample(report: Report) -> str:
    """The categories of the sample under answer 1c."""
    if report["totals"]["questions"] == 0:
        return "Er werden geen vragen gesteld."
    return "Dezelfde vragen, ingedeeld zoals de steekproef van 35 vragen in het antwoord aan het Vlaams Parlement."


def where(report: Report) -> str:
    """Answer 1d."""
    referred, questions = report["totals"]["referred"], report["totals"]["questions"]
    if referred == 0:
        return "Er werd geen enkele vraag doorverwezen."
    verb = "werd" if referred == 1 else "werden"
    return (
        f"{number(referred)} van de {plural(questions, 'vraag', 'vragen')} "
        f"({percentage(referred, questions)}) {verb} doorverwezen. "
        f"Het vaakst: {_largest(report, 'referral_groups', share=False)}."
    )


def service(report: Report) -> str:
    """What visitors said, and whether a colleague came."""
    return " ".join(filter(None, [_useful(report), _taken_over(report)])) or (
        "Geen enkel antwoord werd beoordeeld en niemand vroeg een medewerker."
    )


def _useful(report: Report) -> str:
    useful = next((row for row in report["tables"].get("usefulness", []) if row["base"]), None)
    if useful is None:
        return ""
    share = percentage(useful["count"], useful["base"])
    judged = plural(useful["base"], "beoordeeld antwoord", "beoordeelde antwoorden")
    return f"{number(useful['count'])} van {judged} ({share}) vond de vrager nuttig."


def _taken_over(report: Report) -> str:
    claimed = next((row for row in report["tables"].get("handovers", []) if row["base"]), None)
    if claimed is None:
        return ""
    asked = plural(claimed["base"], "keer", "keer")
    taken = plural(claimed["count"], "keer", "keer")
    return f"Er werd {asked} een medewerker gevraagd, en {taken} nam die het gesprek over."


def _largest(report: Report, table: str, *, share: bool) -> str:
    rows = [row for row in report["tables"][table] if row["count"] and row["id"] != UNKNOWN]
    top = sorted(rows, key=lambda row: -row["count"])[:NAMED]
    return enumeration(
        [
            f"{row['label']} ({percentage(row['count'], row['base']) if share else number(row['count'])})"
            for row in top
        ]
    )
