"""The papers as a page of Markdown, in Dutch."""

from __future__ import annotations

from typing import Any

CHECK = " **(te controleren)**"


def write(papers: dict[str, Any]) -> str:
    """One page from what bot.papers.facts gathered."""
    parts = [
        f"# Gegevensbescherming: Wegwijs zoals het nu draait\n\nGemaakt op {papers['made_at']} met `wegwijs dpia`. "
        "Wat de instellingen niet kunnen weten, is gemerkt als **te controleren**; dat is geen vaststelling.",
        "## Verwerkingsregister (art. 30 AVG)\n\n" + _facts(papers["register"]),
        "## Wat waar staat, en hoe lang\n\n" + _tables(papers["tables"]),
        "## Beveiliging (art. 32 AVG)\n\n" + _facts(papers["security"]),
        "## Algoritmeregister\n\n" + _facts(papers["algorithm"]),
        "## Wat de privacyfilter vindt\n\n" + _filter(papers["filter"]),
        "## Kolommen\n\nDe uitleg staat in het Engels, zoals in de databank.\n\n"
        + "\n\n".join(map(_columns, papers["tables"])),
    ]
    return "\n\n".join(parts) + "\n"


def _facts(facts: list[dict[str, Any]]) -> str:
    return "\n".join(
        f"- **{one['label']}**: {one['value']}.{CHECK if one['to_check'] else ''}".replace(
            "..", "."
        )
        for one in facts
    )


def _tables(tables: list[dict[str, Any]]) -> str:
    rows = [
        f"| `{one['table']}` | {one['holds']} | {one['kept']}{CHECK if one['to_check'] else ''} |"
        for one in tables
    ]
    return "\n".join(["| tabel | wat | bewaard |", "|---|---|---|", *rows])


def _columns(table: dict[str, Any]) -> str:
    named = [
        f"`{name}`{f' ({comment})' if comment else ''}"
        for name, comment in table["columns"].items()
    ]
    return f"**{table['table']}**: {', '.join(named)}"


def _filter(measured: dict[str, Any] | None) -> str:
    if measured is None:
        return "Niet gemeten. Meet met `python -m benchmarks.filter`."
    rows = [
        f"| {kind} | {_share(one['masked'], one['present'])} "
        f"| {_share(one['marked'] - one['wrong'], one['marked'])} |"
        for kind, one in measured["kinds"].items()
    ]
    told = (
        f"Gemeten op {measured['measured_on']} op {measured['messages']} verzonnen berichten "
        f"waarop de regels verbeterd zijn ({', '.join(measured['files'])}). Op berichten die toen niemand zag, "
        "ligt dat lager: zie docs/privacy.md, ook voor wat de filter niet vindt."
    )
    header = ["| soort | gevonden | terecht gemaskeerd |", "|---|---|---|"]
    return told + "\n\n" + "\n".join([*header, *rows])


def _share(part: int, whole: int) -> str:
    return f"{part / whole:.1%} van {whole}".replace(".", ",") if whole else "niet gemeten"
