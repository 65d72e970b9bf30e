"""Who may do what: one table, asked in one place.

Every role of the staff may do everything today; a role gets narrower by a line here and nowhere else.
"""

from enum import StrEnum

from bot.errors import Forbidden
from db.users import Role, User


class Permission(StrEnum):
    """Something that not everybody may do."""

    REVIEW_WORDS = "review_words"  # decide on words that the filter could not judge alone
    DECIDE_CLIPS = "decide_clips"  # a yes or no in an artist's place
    HANDLE_ORDERS = "handle_orders"  # see orders of goods, note where parcels are, print
    REFUND = "refund"  # send money back, or note that it was sent by hand
    COMPARE_BOOKS = "compare_books"
    ANSWER_PEOPLE = "answer_people"
    ADD_TRIVIA = "add_trivia"


P = Permission
ALLOWED: dict[Role, frozenset[Permission]] = {
    Role.FAN: frozenset(),
    Role.ARTIST: frozenset(),  # their own clips are theirs by contract, not by role
    Role.VALIDATOR: frozenset(P),
    Role.OPERATOR: frozenset(P),
    Role.ADMIN: frozenset(P),
}


def may(user: User, permission: Permission) -> bool:
    return permission in ALLOWED[user.role]


def require(user: User, permission: Permission) -> None:
    """Raises Forbidden for somebody who may not."""
    if not may(user, permission):
        raise Forbidden("error-staff-only")
