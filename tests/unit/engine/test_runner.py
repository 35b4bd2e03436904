"""The engine finds the same rules as Rasa does, with less looking."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from bot.engine.agent import RasaEngine
    from bot.engine.runner import IntentRules

pytestmark = pytest.mark.engine


@pytest.fixture
def policy(engine: RasaEngine) -> IntentRules:
    from bot.engine.runner import IntentRules

    nodes = engine._agent.processor.graph_runner._nodes.values()
    return next(node._component for node in nodes if isinstance(node._component, IntentRules))


def turns(policy: IntentRules) -> Iterator[list[dict[str, Any]]]:
    """What stands at the end of every rule, said to end a conversation, and what no rule foresees."""
    from rasa.core.policies.rule_policy import RULES

    for key in policy.lookup[RULES]:
        yield policy._rule_key_to_state(key)
    for intent in ("ocad", "onbekend", None):
        heard = {} if intent is None else {"user": {"intent": intent}}
        yield [{}, {**heard, "prev_action": {"action_name": "action_listen"}}]
        yield [heard]
    yield [{}]
    yield []


def test_every_rule_that_holds_is_found(policy: IntentRules):
    from rasa.core.policies.rule_policy import RULES, RulePolicy

    rules = policy.lookup[RULES]
    for states in turns(policy):
        found = RulePolicy._get_possible_keys(policy, rules, states)
        assert policy._get_possible_keys(rules, states) == found, states
