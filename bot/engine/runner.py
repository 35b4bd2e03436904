"""Runs Rasa's graph of components one after the other.

Rasa's own runner asks dask for a schedule at every message and writes the whole message into a debug line that nobody
reads; with a pipeline of a few quick components that cost as much as a component.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import replace
from functools import cached_property
from typing import Any

from rasa.core.policies.rule_policy import RULES, SHOULD_NOT_BE_SET, RulePolicy
from rasa.engine.exceptions import GraphRunError
from rasa.engine.graph import ExecutionContext, GraphNode, GraphNodeHook, GraphSchema, SchemaNode
from rasa.engine.runner.interface import GraphRunner
from rasa.engine.storage.storage import ModelStorage
from rasa.shared.core.constants import USER
from rasa.shared.core.domain import Domain, State
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.shared.nlu.constants import INTENT


class IntentRules(RulePolicy):
    """Rasa's rules, of which none of ours quotes a visitor: to look for those cost as much as to find the rule."""

    def _find_action_from_rules(
        self, tracker: DialogueStateTracker, domain: Domain, use_text_for_last_user_input: bool
    ) -> tuple[str | None, str | None, bool]:
        if use_text_for_last_user_input:
            return None, None, False
        action, source, returns = super()._find_action_from_rules(tracker, domain, False)
        return action, source, returns

    def _get_possible_keys(self, lookup: dict[str, str], states: list[State]) -> set[str]:
        """The rules that hold; only those about the intent that was heard last are tried, where Rasa tries them all."""
        heard = _intent(states[-1]) if states else None
        if heard is None or lookup is not self.lookup[RULES]:
            return set(super()._get_possible_keys(lookup, states))
        tried = {key: lookup[key] for one in (heard, None) for key in self._about.get(one, ())}
        return set(super()._get_possible_keys(tried, states))

    @cached_property
    def _about(self) -> dict[str | None, list[str]]:
        """The rules by the intent that must have been heard last; None for those that ask for none."""
        found: dict[str | None, list[str]] = defaultdict(list)
        for key in self.lookup[RULES]:
            intent = _intent(self._rule_key_to_state(key)[-1])
            found[None if intent == SHOULD_NOT_BE_SET else intent].append(key)
        return found


def _intent(state: State) -> str | None:
    found: str | None = state.get(USER, {}).get(INTENT)
    return found


class PlainRunner(GraphRunner):
    """Runs what the targets need, each node once, behind the nodes that it needs."""

    def __init__(self, schema: GraphSchema, nodes: dict[str, GraphNode]) -> None:
        self._schema = schema
        self._nodes = nodes

    @classmethod
    def create(
        cls,
        graph_schema: GraphSchema,
        model_storage: ModelStorage,
        execution_context: ExecutionContext,
        hooks: list[GraphNodeHook] | None = None,
    ) -> PlainRunner:
        """A runner whose components are loaded."""
        nodes = {
            name: GraphNode.from_schema_node(
                name, _ours(node), model_storage, execution_context, hooks
            )
            for name, node in graph_schema.nodes.items()
        }
        return cls(graph_schema, nodes)

    def run(
        self, inputs: dict[str, Any] | None = None, targets: list[str] | None = None
    ) -> dict[str, Any]:
        """The output of each target; raises GraphRunError when a node needs what is not there."""
        outputs = dict(inputs or {})
        for name in targets or self._schema.target_names:
            self._run(name, outputs)
        return {name: outputs[name] for name in targets or self._schema.target_names}

    def _run(self, name: str, outputs: dict[str, Any]) -> None:
        if name in outputs:
            return
        node = self._schema.nodes.get(name)
        if node is None:
            raise GraphRunError(f"No node or input is called '{name}'.")
        for needed in node.needs.values():
            self._run(needed, outputs)
        _, outputs[name] = self._nodes[name](*((one, outputs[one]) for one in node.needs.values()))


def _ours(node: SchemaNode) -> SchemaNode:
    """A node with our component where Rasa's own does too much."""
    return replace(node, uses=IntentRules) if node.uses is RulePolicy else node
