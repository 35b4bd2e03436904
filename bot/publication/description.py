"""What a publication is, in DCAT-AP as JSON-LD, so that data portals can find and describe it.

https://semiceu.github.io/DCAT-AP/releases/3.0.0/ and https://data.vlaanderen.be/doc/applicatieprofiel/DCAT-AP-VL/
Addresses of files are relative: they hold wherever the folder is put.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from typing import Any

from bot.publication.figures import Published
from bot.publication.publisher import Publisher
from bot.statistics.periods import MONTHS

_EU = "http://publications.europa.eu/resource/authority"

_CONTEXT = {
    "dcat": "http://www.w3.org/ns/dcat#",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "spdx": "http://spdx.org/rdf/terms#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}

_KINDS = {
    "csv": ("CSV", "text/csv"),
    "json": ("JSON", "application/json"),
    "html": ("HTML", "text/html"),
}
"""Of a file, by the end of its name: its key in the EU's list of file types, and its media type."""


def describe(
    figures: Published, publisher: Publisher, files: Mapping[str, str], *, issued: date
) -> dict[str, Any]:
    """The dataset of one month with a distribution for each file."""
    first = date.fromisoformat(figures["period"]["from"])
    month = f"{MONTHS[first.month - 1]} {first.year}"
    return {
        "@context": _CONTEXT,
        "@id": "",
        "@type": "dcat:Dataset",
        "dct:identifier": f"helpdesk-radicalisering-{figures['month']}",
        "dct:title": _dutch(f"Vragen aan de helpdesk radicalisering, {month}"),
        "dct:description": _dutch(
            "Hoe vaak lokale besturen en anderen de helpdesk contacteerden, wie dat waren, waarover het ging en "
            f"waarheen ze doorverwezen werden, in {month}. Aantallen onder {figures['threshold']} zijn verborgen, net "
            "als wat nodig is om ze niet te kunnen afleiden."
        ),
        "dct:publisher": _agent(publisher),
        "dct:issued": _day(issued),
        "dct:language": {"@id": f"{_EU}/language/NLD"},
        "dct:accrualPeriodicity": {"@id": f"{_EU}/frequency/MONTHLY"},
        "dct:accessRights": {"@id": f"{_EU}/access-right/PUBLIC"},
        "dct:spatial": {"@id": f"{_EU}/country/BEL"},
        "dct:temporal": {
            "@type": "dct:PeriodOfTime",
            "dcat:startDate": _day(first),
            "dcat:endDate": _day(date.fromisoformat(figures["period"]["to"])),
        },
        "dcat:theme": {"@id": f"{_EU}/data-theme/GOVE"},
        "dcat:keyword": [
            _dutch(one) for one in ("radicalisering", "lokale besturen", "helpdesk", "preventie")
        ],
        "dcat:landingPage": {"@id": "index.html"},
        "dcat:distribution": [_distribution(one, files[one], publisher) for one in files],
    }


def _distribution(name: str, content: str, publisher: Publisher) -> dict[str, Any]:
    data = content.encode()
    kind, media_type = _KINDS[name.rpartition(".")[2]]
    return {
        "@id": f"dcat.jsonld#{name}",
        "@type": "dcat:Distribution",
        "dct:title": _dutch(f"De cijfers als {kind}"),
        "dcat:accessURL": {"@id": "index.html"},
        "dcat:downloadURL": {"@id": name},
        "dct:license": {"@id": publisher.licence},
        "dct:format": {"@id": f"{_EU}/file-type/{kind}"},
        "dcat:mediaType": {"@id": f"https://www.iana.org/assignments/media-types/{media_type}"},
        "dcat:byteSize": {"@value": str(len(data)), "@type": "xsd:nonNegativeInteger"},
        "spdx:checksum": {
            "@type": "spdx:Checksum",
            "spdx:algorithm": {"@id": "spdx:checksumAlgorithm_sha256"},
            "spdx:checksumValue": {
                "@value": hashlib.sha256(data).hexdigest(),
                "@type": "xsd:hexBinary",
            },
        },
    }


def _agent(publisher: Publisher) -> dict[str, Any]:
    named = {"@type": "foaf:Agent", "foaf:name": _dutch(publisher.name)}
    return named if publisher.uri is None else {"@id": publisher.uri, **named}


def _dutch(text: str) -> dict[str, str]:
    return {"@value": text, "@language": "nl"}


def _day(value: date) -> dict[str, str]:
    return {"@value": value.isoformat(), "@type": "xsd:date"}
