"""Every room that keeps something of a person, and what each of them does about it."""

from collections.abc import Awaitable, Callable
from typing import Any, NamedTuple

from tortoise.models import Model

from bot.artists import privacy as artists
from bot.greetings import privacy as greetings
from bot.money import privacy as money
from bot.parcels import privacy as parcels
from bot.people import privacy as people
from bot.posters import privacy as posters
from bot.quiz import privacy as quiz
from bot.services import Services
from bot.shop import privacy as shop
from bot.trivia import privacy as trivia
from db.users import User


async def _never(user: User) -> None:
    """Nothing here stands in the way of being forgotten."""


class Room(NamedTuple):
    """`keeps` are the tables it speaks for. `refuse` raises Conflict with why a person cannot be forgotten now;
    `forget` may be repeated after it broke; `export` tells what is kept, as JSON can hold it."""

    name: str
    keeps: tuple[type[Model], ...]
    forget: Callable[[Services, User], Awaitable[None]]
    export: Callable[[Services, User], Awaitable[Any]]
    refuse: Callable[[User], Awaitable[None]] = _never


# They are asked from the first to the last: who somebody is, what is being made or sent, whose money it is. They
# forget from the last to the first: what waits for money ends first, and the row that a second try starts from
# goes when nothing hangs on it any more.
ROOMS: tuple[Room, ...] = (
    Room("people", people.KEEPS, people.forget, people.export, people.refuse),
    Room("artists", artists.KEEPS, artists.forget, artists.export, artists.refuse),
    Room("greetings", greetings.KEEPS, greetings.forget, greetings.export, greetings.refuse),
    Room("parcels", parcels.KEEPS, parcels.forget, parcels.export, parcels.refuse),
    Room("posters", posters.KEEPS, posters.forget, posters.export, posters.refuse),
    Room("quiz", quiz.KEEPS, quiz.forget, quiz.export),
    Room("trivia", trivia.KEEPS, trivia.forget, trivia.export),
    Room("shop", shop.KEEPS, shop.forget, shop.export),
    Room("money", money.KEEPS, money.forget, money.export, money.refuse),
)
