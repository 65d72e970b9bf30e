"""A greeting being put together: kept in Redis beside the step, and only ever the person's own."""

import secrets
from dataclasses import asdict, dataclass
from typing import Any

from aiogram.filters.callback_data import CallbackData
from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot.greetings.videos import VideoRequest
from handlers.talk.buttons import StepButton


@dataclass
class Draft:
    """What is known so far. `video` is the packed id of the greeting once it is ordered."""

    id: str
    artist: str
    occasion: str = ""
    recipient: str = ""
    words: str = ""
    video: str = ""

    def button(self, action: str, value: str = "") -> CallbackData:
        return StepButton(draft=self.id, action=action, value=value)

    def request(self) -> VideoRequest:
        """What the use-cases are asked for; taps on the same draft are the same request."""
        return VideoRequest(
            self.artist, self.occasion, self.recipient, self.words, source="chat", request_key=f"chat:{self.id}"
        )


def new_draft(artist: str) -> Draft:
    return Draft(secrets.token_hex(4), artist)


async def load_draft(state: FSMContext) -> Draft | None:
    kept: dict[str, Any] | None = (await state.get_data()).get("draft")
    return Draft(**kept) if kept else None


async def save_draft(state: FSMContext, draft: Draft) -> None:
    await state.update_data(draft=asdict(draft))


async def own_draft(query: CallbackQuery, callback_data: StepButton, state: FSMContext) -> dict[str, Draft] | bool:
    """A filter: the tap belongs to the draft at hand, which is passed on as `draft`."""
    draft = await load_draft(state)
    return {"draft": draft} if draft is not None and draft.id == callback_data.draft else False


async def open_draft(event: object, state: FSMContext) -> dict[str, Draft] | bool:
    """A filter: there is a draft that is not ordered yet, passed on as `draft`."""
    draft = await load_draft(state)
    return {"draft": draft} if draft is not None and not draft.video else False
