"""Conversations with fans and artists in Telegram: one router a file, put together here."""

from collections.abc import Sequence

from aiogram import Dispatcher, Router
from aiogram.types import Message

from bot.services import Services
from handlers import artist, catalogue, inline, menu, orders, payment, privacy, start, stray, support, trivia, verify
from handlers.greeting import choosing, words
from handlers.middlewares.masks import MasksMiddleware
from handlers.middlewares.mishaps import MishapsMiddleware
from handlers.middlewares.moves import MovesMiddleware
from handlers.middlewares.people import PeopleMiddleware
from handlers.middlewares.repeats import RepeatsMiddleware
from handlers.middlewares.tails import TailsMiddleware
from handlers.middlewares.talks import TalkMiddleware
from handlers.poster import designing
from handlers.quiz import selfies
from handlers.shop import cart, checkout, designs, shelf
from handlers.shop import orders as shop_orders
from handlers.talk.setup import set_up_bot
from handlers.talk.storage import SharedIsolation, SharedStorage

__all__ = ["build_dispatcher", "set_up_bot"]

# Commands come before steps, so that /orders typed where a name is due is not a name; strays come last.
_MODULES = (
    start,
    menu,
    support,
    verify,
    orders,
    privacy,
    selfies,
    trivia,
    artist,
    shelf,
    designs,
    cart,
    checkout,
    shop_orders,
    designing,
    catalogue,
    choosing,
    words,
    payment,
    inline,
    stray,
)


async def is_private(message: Message) -> bool:
    """A filter: fans are talked to in private only."""
    return message.chat.type == "private"


def build_dispatcher(services: Services, extra_routers: Sequence[Router] = ()) -> Dispatcher:
    """The dispatcher with every conversation; `extra_routers` (the staff chat) are asked first.

    Handlers get `services`, `user` (ours), `language` and, for messages and taps, `talk`.
    """
    dispatcher = Dispatcher(
        storage=SharedStorage(services.redis), events_isolation=SharedIsolation(services.redis), services=services
    )
    for outer in (MishapsMiddleware(), RepeatsMiddleware(), MovesMiddleware(), MasksMiddleware(), PeopleMiddleware()):
        dispatcher.update.outer_middleware(outer)
    dispatcher.message.middleware(TailsMiddleware())
    dispatcher.message.middleware(TalkMiddleware())
    dispatcher.callback_query.middleware(TalkMiddleware())
    dispatcher.include_routers(*extra_routers, trivia.build_group_router(), build_conversation())
    return dispatcher


def build_conversation() -> Router:
    """All routers of the private chat; made anew each time, because a router has one parent for life."""
    conversation = Router(name="conversation")
    conversation.message.filter(is_private)
    conversation.include_routers(*(module.build_router() for module in _MODULES))
    return conversation
