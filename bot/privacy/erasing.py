"""Forgetting a person on request: names, words and films go, the books of account stay."""

import logging

from bot.privacy.rooms import ROOMS
from bot.services import Services
from db.users import User

log = logging.getLogger("stario.privacy")


async def erase_person(services: Services, user: User) -> None:
    """Deletes what we know about a fan; orders that wait for their money are cancelled.

    Raises Conflict, and leaves everything as it is, for artists and staff, who have contracts with us, and while
    something is being made, sent or paid back.
    """
    for room in ROOMS:
        await room.refuse(user)
    for room in reversed(ROOMS):
        await room.forget(services, user)
    log.info("user %s is forgotten", user.id)
