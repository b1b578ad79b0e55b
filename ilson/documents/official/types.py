"""Finds the type of an official document among those that the agency has."""

from collections.abc import Mapping
from typing import Any

from ilson.domain.errors import BadRequest
from ilson.domain.official_rule import DocumentType, OfficialRules


def type_of(draft: Mapping[str, Any], rules: OfficialRules) -> DocumentType:
    """Return the type that a draft names; the first one where it names none.

    Raises:
        BadRequest: there is no such type.
    """
    name = draft.get("type") or ""
    found = rules.find(name) if isinstance(name, str) else None
    if found is None:
        raise BadRequest("'type' names no type of document that there is")
    return found
