"""Which carriers are open, and how each is reached."""

from functools import lru_cache
from pathlib import Path
from typing import Any

import yaml

from bot.adapters.boxnow import BoxnowCarrier
from bot.adapters.carriers import Carrier
from bot.errors import Invalid
from bot.merchants import BoxnowKeys, boxnow_keys
from bot.parcels.flat import FlatCarrier
from bot.settings import Settings

CARRIERS = ("boxnow", "courier", "pickup")
_TABLE = Path(__file__).with_name("carriers.yaml")


@lru_cache
def _read_table(path: Path) -> dict[str, Any]:
    table: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    return table


def _table(settings: Settings) -> dict[str, Any]:
    return _read_table(settings.carriers_file or _TABLE)


def open_carriers(settings: Settings) -> list[str]:
    """Carriers a buyer may choose, in the order they are shown."""
    return [name for name in CARRIERS if name in settings.carriers and _is_reachable(settings, name)]


def _is_reachable(settings: Settings, name: str) -> bool:
    return name != "boxnow" or boxnow_keys(settings) is not None


def open_carrier(settings: Settings, name: str) -> Carrier:
    """A carrier that is on. Raises Invalid for one that is off."""
    if name not in open_carriers(settings):
        raise Invalid("delivery-carrier-closed")
    return reach_carrier(settings, name)


def reach_carrier(settings: Settings, name: str) -> Carrier:
    """A carrier by name, even one that takes no new parcels any more. Raises Invalid without its keys."""
    table = _table(settings)
    if name == "courier":
        return FlatCarrier(name, table["courier"]["cities"])
    if name == "pickup":
        return FlatCarrier(name, table["pickup"]["points"])
    keys = boxnow_keys(settings) if name == "boxnow" else None
    if keys is None:
        raise Invalid("delivery-carrier-closed")
    return _boxnow_carrier(keys, table["boxnow"]["price_uzs"])


@lru_cache
def _boxnow_carrier(keys: BoxnowKeys, price_uzs: int) -> BoxnowCarrier:
    """One an account, so that its token serves the calls that follow."""
    return BoxnowCarrier(keys, price_uzs)
