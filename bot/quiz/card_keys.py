"""Where the cards of a quiz result lie: one a language and shape, so that all of them can be forgotten."""

from typing import Literal, get_args
from uuid import UUID

from bot.adapters.s3 import ObjectStore
from bot.i18n import LANGUAGES

Shape = Literal["chat", "story"]
SHAPES: tuple[Shape, ...] = get_args(Shape)


def card_key(quiz_id: UUID, language: str, shape: Shape) -> str:
    """The object key of one card."""
    return f"cards/{quiz_id}/{language}-{shape}.jpg"


async def delete_cards(store: ObjectStore, quiz_id: UUID) -> None:
    """Deletes every card of a result, drawn or not."""
    for language in LANGUAGES:
        for shape in SHAPES:
            await store.delete(card_key(quiz_id, language, shape))
