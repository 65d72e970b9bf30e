"""Every table that leads to a person is spoken for by a room; a new one fails here until somebody speaks for it."""

from collections import Counter

from tortoise.fields.relational import ForeignKeyFieldInstance
from tortoise.models import Model

import db.models
from bot.privacy.rooms import ROOMS

MODELS = {name: model for name in db.models.__all__ if issubclass(model := getattr(db.models, name), Model)}
# Questions may be about an artist, and anybody may read them.
PUBLIC = {"TriviaQuiz", "TriviaQuestion"}
# What points to nobody: goods, books that know an order's id, jobs and events that know ids.
OF_NOBODY = {"Alert", "LedgerEntry", "OutboxRow", "Product", "PromoCode", "ProviderEvent", "Reconciliation", "Variant"}


def parents_of(model: type[Model]) -> set[str]:
    """Names of the models that a model's rows point to."""
    fields = (field for field in model._meta.fields_map.values() if isinstance(field, ForeignKeyFieldInstance))
    return {_name(field.model_name) for field in fields}


def _name(model: object) -> str:
    """Before Tortoise is opened a relation holds `db.User`, afterwards the class."""
    return str(getattr(model, "__name__", model)).rpartition(".")[2]


def leads_to_user(name: str, seen: frozenset[str] = frozenset()) -> bool:
    if name == "User":
        return True
    return any(leads_to_user(parent, seen | {name}) for parent in parents_of(MODELS[name]) if parent not in seen)


def kept() -> list[str]:
    return [model.__name__ for room in ROOMS for model in room.keeps]


def test_every_table_that_leads_to_a_user_is_kept_by_a_room() -> None:
    leading = {name for name in MODELS if leads_to_user(name)}
    assert len(leading) > 20
    assert leading - set(kept()) == PUBLIC


def test_every_other_table_is_known_to_point_to_nobody() -> None:
    assert set(MODELS) - set(kept()) - PUBLIC == OF_NOBODY


def test_one_room_speaks_for_a_table() -> None:
    assert [name for name, times in Counter(kept()).items() if times > 1] == []


def test_the_walk_finds_a_user_behind_several_tables() -> None:
    assert parents_of(MODELS["FiscalReceipt"]) == {"Payment"}
    assert leads_to_user("FiscalReceipt") and leads_to_user("DeliveryEvent") and not leads_to_user("Variant")
