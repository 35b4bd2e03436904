"""The names in domain.yml, data/rules, endpoints.yml and credentials.yml: Rasa passes over those it does not know."""

from __future__ import annotations

from collections.abc import Iterator

from bot.checking.markdown import inline_faults
from bot.checking.problem import Problem
from bot.checking.project import CREDENTIALS, DOMAIN, ENDPOINTS, RULES, Project
from bot.checking.values import Value

SECTIONS = (
    "version",
    "intents",
    "entities",
    "slots",
    "forms",
    "actions",
    "responses",
    "session_config",
)
SLOT_TYPES = ("any", "bool", "categorical", "float", "list", "text")
RULE = ("rule", "condition", "steps", "conversation_start", "wait_for_user_input")
STEP = ("intent", "entities", "action", "or", "slot_was_set", "active_loop")
SERVICES = ("action_endpoint", "tracker_store", "lock_store", "event_broker", "nlg", "models")


def check_rasa_files(project: Project) -> Iterator[Problem]:
    """Names, slot types, texts of responses, and addresses."""
    yield from _check_domain(project)
    for path in project.files(RULES, ".yml"):
        yield from _check_rules(path, project.yaml(path))
    yield from _check_endpoints(project.yaml(ENDPOINTS))
    credentials = project.yaml(CREDENTIALS)
    if credentials is not None and not isinstance(credentials.data, dict):
        yield Problem(CREDENTIALS, credentials.line, "hier horen kanalen; schrijf minstens 'rest:'")


def _check_domain(project: Project) -> Iterator[Problem]:
    domain = project.yaml(DOMAIN)
    if domain is None:
        return
    yield from _unknown(DOMAIN, domain, SECTIONS)
    for name, line, slot in domain.items("slots"):
        kind = slot.get("type")
        if kind is None or kind.text not in SLOT_TYPES:
            shown = "" if kind is None else f" '{kind.data}'"
            message = (
                f"het type{shown} van slot '{name}' bestaat niet; kies uit: {', '.join(SLOT_TYPES)}"
            )
            yield Problem(DOMAIN, line if kind is None else kind.line, message)
    for _, _, variants in domain.items("responses"):
        for one in variants.each():
            text = one.get("text")
            for message in inline_faults(text.text) if text is not None else ():
                yield Problem(DOMAIN, one.line, message)


def _check_rules(path: str, data: Value | None) -> Iterator[Problem]:
    if data is None:
        return
    yield from _unknown(path, data, ("version", "rules"))
    for rule in data.each("rules"):
        yield from _unknown(path, rule, RULE)
        for step in (*rule.each("steps"), *rule.each("condition")):
            yield from _unknown(path, step, STEP)


def _check_endpoints(endpoints: Value | None) -> Iterator[Problem]:
    if endpoints is None:
        return
    if not isinstance(endpoints.data, dict):
        message = "hier hoort 'action_endpoint:' met eronder 'url:'; zet het terug"
        yield Problem(ENDPOINTS, endpoints.line, message)
        return
    yield from _unknown(ENDPOINTS, endpoints, SERVICES)
    for name, line, service in endpoints.items():
        url = service.get("url")
        if name == "action_endpoint" and (url is None or not url.text.startswith("http")):
            yield Problem(
                ENDPOINTS, line, "'action_endpoint' heeft geen adres; schrijf 'url: \"http://…\"'"
            )


def _unknown(path: str, value: Value, known: tuple[str, ...]) -> Iterator[Problem]:
    for name, line, _ in value.items():
        if name not in known:
            message = f"'{name}' is hier onbekend; haal het weg of kies uit: {', '.join(known)}"
            yield Problem(path, line, message)
