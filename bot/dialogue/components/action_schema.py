"""Rasa checks every answer of the action server against a JSON schema, and checks the schema itself anew each time.

That cost two thirds of the CPU time of a message (51 ms against 17 ms, by the project's earlier measurement). The check stays; its validator is
built once. Rasa 3.6.21 leaves no place to hand in a validator, so the method is replaced, here and nowhere else; the
version is pinned, and a test compares both verdicts.
"""

from __future__ import annotations

from typing import Any

from jsonschema import validators
from rasa.core.actions.action import RemoteAction


def check_actions_with_one_validator() -> None:
    """Replace RemoteAction's check by one that accepts and rejects the same answers. Call once, at start."""
    schema = RemoteAction.action_response_format_spec()
    kind = validators.validator_for(schema)
    kind.check_schema(schema)
    validator = kind(schema)

    def validate(self: RemoteAction, result: dict[str, Any]) -> bool:
        validator.validate(result)  # raises jsonschema.ValidationError, as before
        return True

    RemoteAction._validate_action_result = validate
