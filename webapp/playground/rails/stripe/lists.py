"""Lists as Stripe pages them: newest first, `limit`, `starting_after`, `ending_before`, `created[gte]`."""

from collections.abc import Callable
from typing import Any

from webapp.playground.rails.stripe.errors import invalid
from webapp.playground.rails.stripe.forms import whole
from webapp.playground.shapes import Json

PAGING = ("limit", "starting_after", "ending_before", "created", "expand")
EDGES: dict[str, Callable[[int, int], bool]] = {
    "gte": lambda value, edge: value >= edge,
    "gt": lambda value, edge: value > edge,
    "lte": lambda value, edge: value <= edge,
    "lt": lambda value, edge: value < edge,
}


def page_list(rows: list[Json], params: Json, url: str, filters: tuple[str, ...]) -> Json:
    """One page of `rows`, newest first. Raises StripeError."""
    unknown = sorted(set(params) - {*PAGING, *filters})
    if unknown:
        raise invalid(f"Received unknown parameter: {unknown[0]}", unknown[0], "parameter_unknown")
    limit = whole(params.get("limit", "10"), "limit", 1)
    if limit > 100:
        raise invalid("This value must be less than or equal to 100.", "limit")
    fit = [row for row in rows if all(_name(row.get(key)) == params[key] for key in filters if key in params)]
    fit = [row for row in fit if _in_time(row["created"], params.get("created"))]
    ids = [row["id"] for row in fit]
    if "starting_after" in params:
        start = _place(ids, params["starting_after"], "starting_after") + 1
        chosen, more = fit[start : start + limit], len(fit) > start + limit
    elif "ending_before" in params:
        end = _place(ids, params["ending_before"], "ending_before")
        chosen, more = fit[max(end - limit, 0) : end], end > limit
    else:
        chosen, more = fit[:limit], len(fit) > limit
    return {"object": "list", "data": chosen, "has_more": more, "url": url}


def _name(value: Any) -> Any:
    """A value of a row as filters know it: an expanded object by its id."""
    return value["id"] if isinstance(value, dict) else value


def _place(ids: list[str], name: str, param: str) -> int:
    if name not in ids:
        raise invalid(f"No such object: '{name}'", param, "resource_missing")
    return ids.index(name)


def _in_time(created: int, wanted: Any) -> bool:
    if wanted is None:
        return True
    if isinstance(wanted, str):
        return created == whole(wanted, "created")
    return all(EDGES[key](created, whole(edge, f"created[{key}]")) for key, edge in wanted.items() if key in EDGES)
