"""Draws the pictures of the shop's shelves before anybody looks; what is drawn stays in the object store."""

import asyncio
import logging

from botocore.exceptions import BotoCoreError, ClientError
from tortoise.exceptions import BaseORMException

from bot.errors import Refusal
from bot.posters.mockups import BLANK, blank_key, mockup_key, pick_colour
from bot.shelf.products import list_products
from db.products import ProductKind
from workers.engines.contracts import EngineError
from workers.making.draw_mockup import draw_mockup
from workers.rows import Bench

log = logging.getLogger("stario.design")
_FIRST_SECONDS, _PAUSE_SECONDS = 2.0, 600.0  # after the start, which has better things to do; between rounds


async def prepare_shelf(bench: Bench) -> None:
    """Runs until cancelled; goods that came meanwhile are drawn in the next round, or at the first look."""
    pause = _FIRST_SECONDS
    while True:
        await asyncio.sleep(pause)
        pause = _PAUSE_SECONDS
        try:
            await draw_missing(bench)
        except (Refusal, EngineError) as error:
            log.warning("a shelf cannot be drawn: %s", error)
        except (BaseORMException, BotoCoreError, ClientError, OSError):
            log.exception("the shelves could not be prepared")


async def draw_missing(bench: Bench) -> int:
    """Draws each product on sale in each colour, with a sample of ours and blank, where it is missing; how many."""
    drawn = 0
    for kind, colour in await _list_looks():
        for key, item in ((mockup_key(kind, colour, None), ""), (blank_key(kind, colour), BLANK)):
            if not await bench.services.store.exists(key):
                await draw_mockup(bench, f"{kind}:{colour}:{item}")
                drawn += 1
    return drawn


async def _list_looks() -> list[tuple[ProductKind, str]]:
    looks = [
        (goods.product.kind, pick_colour(goods.product.kind, variant.colour))
        for goods in await list_products()
        for variant in goods.variants
    ]
    return list(dict.fromkeys(looks))
