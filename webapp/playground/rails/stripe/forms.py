"""Stripe's form encoding: `line_items[0][price_data][currency]=uzs` → nested objects and lists.

Source: docs.stripe.com/api, requests.
"""

import re
from typing import Any

from webapp.playground.rails.stripe.errors import invalid
from webapp.playground.shapes import Json

KEY = re.compile(r"[^\[\]]+")


def read_form(pairs: list[tuple[str, str]]) -> Json:
    """Nested parameters; numbered keys become lists. Raises StripeError for a key that contradicts another."""
    root: Json = {}
    for key, value in pairs:
        parts = KEY.findall(key)
        if not parts:
            raise invalid(f"Invalid parameter name: {key}", key)
        place = root
        for part in parts[:-1]:
            place = place.setdefault(part, {})
            if not isinstance(place, dict):
                raise invalid(f"Invalid object: {key}", key)
        if key.endswith("[]"):
            place.setdefault(parts[-1], {})[str(len(place.get(parts[-1], {})))] = value
        else:
            place[parts[-1]] = value
    return {key: _list_up(value) for key, value in root.items()}


def _list_up(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    if value and all(key.isdigit() for key in value):
        return [_list_up(value[key]) for key in sorted(value, key=int)]
    return {key: _list_up(item) for key, item in value.items()}


def whole(value: Any, param: str, least: int = 0) -> int:
    """A whole number. Raises StripeError."""
    if not isinstance(value, str) or not re.fullmatch(r"-?\d{1,18}", value):
        raise invalid(f"Invalid integer: {value}", param, "parameter_invalid_integer")
    if int(value) < least:
        raise invalid(f"This value must be greater than or equal to {least}.", param, "parameter_invalid_integer")
    return int(value)


def read_metadata(value: Any, param: str = "metadata") -> dict[str, str]:
    """At most 50 keys of 40 characters with values of 500. Raises StripeError."""
    if value in (None, ""):
        return {}
    if not isinstance(value, dict) or not all(isinstance(item, str) for item in value.values()):
        raise invalid("Invalid hash", param, "parameter_invalid_hash")
    if len(value) > 50 or any(len(key) > 40 or len(item) > 500 for key, item in value.items()):
        raise invalid("Metadata can have up to 50 keys, with names up to 40 and values up to 500 characters.", param)
    return {key: item for key, item in value.items() if item}
