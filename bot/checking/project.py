"""The files of the project as the checks read them: once each, a broken file being one problem and nothing more."""

from __future__ import annotations

import codecs
from pathlib import Path

from bot.checking.articlefile import ArticleFile, read_article
from bot.checking.fence import fence_fault
from bot.checking.problem import Problem
from bot.checking.values import BrokenYaml, Value, parse_yaml
from bot.errors import why

KNOWLEDGE = "knowledge"
TOPICS = "knowledge/topics.yml"
ROUTING = "knowledge/routing.yml"
CLAIMS = "knowledge/claims.yml"
ENTITIES = "knowledge/entities.yml"
ASPECTS = "knowledge/aspects.yml"
SOUGHT = "knowledge/sought.yml"
THEME = "knowledge/theme.yml"
SPOKEN = "knowledge/spoken.yml"
MUNICIPALITIES = "knowledge/municipalities.csv"
FORMER_CODES = "knowledge/former_nis_codes.csv"
MUNICIPALITY_NAMES = "knowledge/municipality_names.yml"
OPENING = "knowledge/opening.yml"
ABBREVIATIONS = "knowledge/abbreviations.yml"
EMAIL_DOMAINS = "knowledge/email_domains.csv"
REFERRAL_PHRASES = "knowledge/referral_phrases.yml"
ANSWERS = "knowledge/answers"
CONTACTS = "knowledge/contacts"
CANNED = "knowledge/canned"
QUESTIONS = "data/nlu"
DANGER = "data/danger"
RULES = "data/rules"
DOMAIN = "domain.yml"
CONFIG = "config.yml"
ENDPOINTS = "endpoints.yml"
CREDENTIALS = "credentials.yml"
PATTERNS = "bot/safety/patterns.yml"
EVALUATION = "tests/eval"


class Project:
    """Reads files and remembers which could not be read."""

    def __init__(self, root: Path, knowledge: Path | None = None) -> None:
        self.root = root
        self._knowledge = root / KNOWLEDGE if knowledge is None else knowledge
        self.problems: set[Problem] = set()
        self._values: dict[str, Value | None] = {}
        self._articles: dict[str, ArticleFile | None] = {}

    def place(self, path: str) -> Path:
        """Where a file or folder of the project really is: the knowledge may lie elsewhere."""
        top, _, rest = path.partition("/")
        return self._knowledge / rest if top == KNOWLEDGE else self.root / path

    def files(self, folder: str, ending: str) -> list[str]:
        """The files in a folder, in order of name."""
        found = sorted(self.place(folder).glob(f"*{ending}"))
        return [f"{folder}/{one.name}" for one in found]

    def strays(self, folder: str, ending: str) -> list[str]:
        """What else lies in a folder; nothing would ever read it, or Rasa would read it unseen."""
        found = (
            one for one in self.place(folder).glob("*") if one.suffix != ending or one.is_dir()
        )
        return sorted(f"{folder}/{one.name}" for one in found if one.name[0] != ".")

    def stems(self, folder: str, ending: str) -> frozenset[str]:
        """The names of the files in a folder, without their ending."""
        return frozenset(Path(one).stem for one in self.files(folder, ending))

    def text(self, path: str) -> str | None:
        """The text of a file; None, and a problem, when there is none."""
        try:
            return self._decoded(path, self.place(path).read_bytes())
        except FileNotFoundError:
            self.problems.add(Problem(path, 1, "dit bestand ontbreekt; zet het terug"))
        except IsADirectoryError:
            message = "dit is een map, en hier hoort een bestand; hernoem of verwijder ze"
            self.problems.add(Problem(path, 1, message))
        except OSError as error:
            message = f"dit bestand kan niet gelezen worden ({why(error)})"
            self.problems.add(Problem(path, 1, message))
        return None

    def yaml(self, path: str) -> Value | None:
        """The content of a YAML file; None, and a problem, when it is broken."""
        if path not in self._values:
            text = self.text(path)
            self._values[path] = None if text is None else self._parsed(path, text)
        return self._values[path]

    def article(self, path: str) -> ArticleFile | None:
        """An article; None, and a problem, when it has no front matter."""
        if path not in self._articles:
            text = self.text(path)
            self._articles[path] = None if text is None else self._read_article(path, text)
        return self._articles[path]

    def names(self, path: str, section: str) -> frozenset[str] | None:
        """The names in a section of a YAML file; None when the file cannot tell."""
        value = self.yaml(path)
        inner = None if value is None else value.get(section)
        if inner is None or not isinstance(inner.data, dict):
            return None
        return frozenset(inner.names())

    def topics(self) -> dict[str, int] | None:
        """The topics with their line in the catalogue; None when it cannot be read."""
        return self._lines("topics")

    def intents(self) -> dict[str, int] | None:
        """All that a visitor can mean, with its line in the catalogue; None when it cannot be read."""
        parts = [self._lines(one) for one in ("topics", "conversation", "safety", "out_of_scope")]
        found: dict[str, int] = {}
        for part in parts:
            if part is None:
                return None
            found |= part
        return found

    def _lines(self, section: str) -> dict[str, int] | None:
        if self.names(TOPICS, section) is None:
            return None
        catalogue = self.yaml(TOPICS)
        return {name: line for name, line, _ in catalogue.items(section)} if catalogue else None

    def _decoded(self, path: str, content: bytes) -> str | None:
        """The text, with the line ends of any system; what an editor cannot see is told, and then passed over."""
        if content.startswith(codecs.BOM_UTF8):
            message = "dit bestand begint met een onzichtbaar teken; bewaar het als 'UTF-8', niet als 'UTF-8 met BOM'"
            self.problems.add(Problem(path, 1, message))
            content = content.removeprefix(codecs.BOM_UTF8)
        if (at := content.find(b"\0")) >= 0:
            message = "hier staat een onzichtbaar teken (NUL); typ deze regel opnieuw"
            self.problems.add(Problem(path, content.count(b"\n", 0, at) + 1, message))
            content = content.replace(b"\0", b"")
        try:
            return content.decode("utf-8").replace("\r\n", "\n").replace("\r", "\n")
        except UnicodeDecodeError as error:
            line = content.count(b"\n", 0, error.start) + 1
            message = "hier staat een letter die niet te lezen is; bewaar het bestand als 'UTF-8'"
            self.problems.add(Problem(path, line, message))
            return None

    def _parsed(self, path: str, text: str) -> Value | None:
        try:
            value = parse_yaml(text)
        except BrokenYaml as error:
            self.problems.add(Problem(path, error.line, error.message))
            return None
        self._note_duplicates(path, value)
        return value

    def _read_article(self, path: str, text: str) -> ArticleFile | None:
        fault = fence_fault(text)
        if fault is not None:
            self.problems.add(Problem(path, *fault))
            return None
        try:
            article = read_article(text)
        except BrokenYaml as error:
            self.problems.add(Problem(path, error.line, error.message))
            return None
        self._note_duplicates(path, article.meta)
        return article

    def _note_duplicates(self, path: str, value: Value) -> None:
        for name, line in value.all_duplicates():
            message = f"'{name}' staat hier twee keer; haal er één weg"
            self.problems.add(Problem(path, line, message))
