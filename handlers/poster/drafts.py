"""A poster being designed: kept in Redis beside the step, and only ever the person's own."""

import secrets
from dataclasses import asdict, dataclass
from typing import Any

from aiogram.fsm.context import FSMContext
from aiogram.types import CallbackQuery

from bot.posters.posters import PosterRequest
from handlers.talk.buttons import PosterButton


@dataclass
class PosterDraft:
    """What is known so far. `back` is the packed button of the card it is made for; `poster` its packed id.

    `size` is given where a sheet is being bought; `round` counts the looks that were tried.
    """

    id: str
    back: str
    size: str = ""
    artist: str = ""
    design: str = ""
    palette: str = ""
    recipient: str = ""
    words: str = ""
    poster: str = ""

    def button(self, action: str, value: str = "") -> PosterButton:
        return PosterButton(draft=self.id, action=action, value=value)

    def request(self, language: str) -> PosterRequest:
        """Taps on the same draft are the same request."""
        return PosterRequest(
            self.artist,
            self.design,
            self.palette,
            self.size,
            self.recipient,
            self.words,
            language,
            request_key=f"chat:{self.id}",
        )


def new_poster_draft(back: str, size: str) -> PosterDraft:
    return PosterDraft(secrets.token_hex(4), back, size)


async def load_poster_draft(state: FSMContext) -> PosterDraft | None:
    kept: dict[str, Any] | None = (await state.get_data()).get("poster_draft")
    return PosterDraft(**kept) if kept else None


async def save_poster_draft(state: FSMContext, draft: PosterDraft) -> None:
    await state.update_data(poster_draft=asdict(draft))


async def own_poster(
    query: CallbackQuery, callback_data: PosterButton, state: FSMContext
) -> dict[str, PosterDraft] | bool:
    """A filter: the tap belongs to the design at hand, which is passed on as `draft`."""
    draft = await load_poster_draft(state)
    return {"draft": draft} if draft is not None and draft.id == callback_data.draft else False


async def open_poster(event: object, state: FSMContext) -> dict[str, PosterDraft] | bool:
    """A filter: a design is being made, passed on as `draft`."""
    draft = await load_poster_draft(state)
    return {"draft": draft} if draft is not None else False
