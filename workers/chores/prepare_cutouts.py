"""Finds the person in every portrait before anybody waits for it; what is found stays on disk."""

import asyncio
import logging

from botocore.exceptions import BotoCoreError, ClientError
from tortoise.exceptions import BaseORMException

from bot.artists.artists import greeting_artists
from bot.errors import Refusal
from workers.making.poster_sheet import portrait_cutout
from workers.rows import Bench

log = logging.getLogger("stario.design")
_FIRST_SECONDS, _PAUSE_SECONDS = (4.0, 600.0)  # after the start, which has better things to do; and between rounds


async def prepare_cutouts(bench: Bench) -> None:
    """Runs until cancelled; a portrait that changed is met in the next round, or at its first poster."""
    pause = _FIRST_SECONDS
    while True:
        await asyncio.sleep(pause)
        pause = _PAUSE_SECONDS
        try:
            for artist in await greeting_artists().exclude(portrait_key=""):
                await portrait_cutout(bench, artist)
        except Refusal as refusal:
            log.warning("a portrait cannot be cut out: %s", refusal)
        except (BaseORMException, BotoCoreError, ClientError, OSError):
            log.exception("portraits could not be prepared")
