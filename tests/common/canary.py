"""Known personal data, invented, and a server of which every file is searched for it."""

from __future__ import annotations

import base64
import json
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

from bot.privacy.recognisers import RECOGNISERS
from bot.privacy.spans import Kind
from tests.common.server import Server, mail_environment

SAYINGS = {
    Kind.NAAM: "Yassine Benaissa praat over vertrekken, wat doe ik?",
    Kind.RIJKSREGISTER: "zijn rijksregisternummer is 85.07.30-033 28",
    Kind.IDENTITEITSBEWIJS: "zijn identiteitskaart is 591-7654321-08",
    Kind.EMAIL: "mail naar kleine.vogel@kanarie-voorbeeld.be",
    Kind.TELEFOON: "bel hem op 0470 98 76 54",
    Kind.IBAN: "het geld komt van BE71 0961 2345 6769",
    Kind.NUMMERPLAAT: "hij rijdt met nummerplaat 1-KNR-237",
    Kind.ADRES: "hij woont in de Kanariestraat 412 in Aalst",
    Kind.GEBOORTEDATUM: "hij is geboren op 17/03/2009",
    Kind.SOCIALEMEDIA: "zie instagram.com/gele_vogel2009",
    Kind.LEEFTIJD: "Yassine Benaissa is 97 jaar oud",
    Kind.SCHOOL: "Yassine Benaissa zit op het Sint-Kanariecollege",
}
TRACES = {
    Kind.NAAM: ("yassine", "benaissa"),
    Kind.RIJKSREGISTER: ("85.07.30", "033 28", "85073003328"),
    Kind.IDENTITEITSBEWIJS: ("591-7654321", "591765432108"),
    Kind.EMAIL: ("kleine.vogel", "kanarie-voorbeeld"),
    Kind.TELEFOON: ("0470 98 76", "470987654"),
    Kind.IBAN: ("0961 2345", "be71096123456769"),
    Kind.NUMMERPLAAT: ("1-knr-237", "1knr237"),
    Kind.ADRES: ("kanariestraat",),
    Kind.GEBOORTEDATUM: ("17/03/2009", "2009-03-17"),
    Kind.SOCIALEMEDIA: ("gele_vogel2009",),
    Kind.LEEFTIJD: ("97 jaar",),
    Kind.SCHOOL: ("kanariecollege",),
}
EVERYTHING = ". ".join(SAYINGS[kind] for kind in RECOGNISERS)


class Watched(Server):
    """A server of which every file that it writes, temporary ones too, lies in one folder."""

    models: Path | None = None
    mail_port: int | None = None

    @property
    def environment(self) -> dict[str, str]:
        """As other servers have it, with whatever may be logged."""
        temporary = self.folder / "tmp"
        temporary.mkdir(exist_ok=True)
        more = {} if self.models is None else {"WEGWIJS_MODELS": str(self.models)}
        return {
            **super().environment,
            "TMPDIR": str(temporary),
            "WEGWIJS_LOG_LEVEL": "DEBUG",
            **({} if self.mail_port is None else mail_environment(self.mail_port)),
            **more,
        }

    def command(self, *arguments: str, lines: list[object] | None = None) -> tuple[int, str]:
        """A command on the same database; what it says is kept in a file as well, and looked through."""
        done = subprocess.run(
            [sys.executable, "-m", "bot.cli", *arguments],
            env=self.environment,
            input="".join(f"{json.dumps(one)}\n" for one in lines or ()),
            capture_output=True,
            text=True,
            timeout=180,
            check=False,
        )
        said = self.folder / f"said-{len(list(self.folder.glob('said-*')))}-{arguments[0]}.txt"
        said.write_text(done.stdout + done.stderr)
        return done.returncode, done.stdout


def found(folder: Path, *, but: str = "-") -> list[str]:
    """File and trace, for every trace of a canary: as text in any case, in base64, in an address."""
    files = [one for one in folder.rglob("*") if one.is_file() and not one.name.endswith(but)]
    assert {"wegwijs.sqlite", "server.log"} <= {one.name for one in files}
    told = []
    for one in files:
        content = one.read_bytes()
        for trace in (trace for kind in RECOGNISERS for trace in TRACES[kind]):
            forms = {trace.encode(), quote(trace).lower().encode()}
            if any(form in content.lower() for form in forms) or _encoded(trace, content):
                told.append(f"{one.name}: {trace}")
    return told


def _encoded(trace: str, content: bytes) -> bool:
    return base64.b64encode(trace.encode())[: len(trace) * 4 // 3 - 1] in content
