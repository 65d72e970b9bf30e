"""Puts an order before the operators in the staff chat, with a picture of what was bought where there is one."""

import logging
from uuid import UUID

from aiogram.types import BufferedInputFile

from bot.chat.staff_orders import OrderCard, order_card
from bot.i18n import DEFAULT_LANGUAGE
from bot.services import Services
from workers.rows import Bench

log = logging.getLogger("stario.orders")
_CAPTION = 1024


async def post_order(bench: Bench, order_id: str) -> None:
    """Without a staff chat the order stays in the database, and /order finds it later."""
    services = bench.services
    if not services.settings.staff_chat:
        return
    card = await order_card(UUID(order_id), DEFAULT_LANGUAGE)
    picture = await _fetch_picture(services, card)
    if picture is None or len(card.words) > _CAPTION:
        await services.telegram.send_message(services.settings.staff_chat, card.words, reply_markup=card.keyboard)
        return
    await services.telegram.send_photo(
        services.settings.staff_chat, picture, caption=card.words, reply_markup=card.keyboard
    )


async def _fetch_picture(services: Services, card: OrderCard) -> BufferedInputFile | None:
    if not card.picture_key:
        return None
    name = card.picture_key.rpartition("/")[2]
    if not await services.store.exists(card.picture_key):
        log.warning("the picture %s of an order is gone", card.picture_key)
        return None
    return BufferedInputFile(await services.store.get(card.picture_key), name)
