"""One's own designs on the goods: those that are there, the way to a new one, and back with it."""

from aiogram import F, Router
from aiogram.types import CallbackQuery

from bot.artists.artists import artist_name
from bot.ids import pack_id
from bot.posters.posters import list_posters
from bot.shelf.products import list_products
from db.posters import Poster, PosterStatus
from db.products import ProductKind
from handlers.poster.drafts import POSTER_DRAFTS, PosterDraft, new_poster_draft
from handlers.poster.steps import ask_artist
from handlers.shop.shelf import show_goods
from handlers.talk.buttons import DesignsButton, GoodsButton, PosterButton
from handlers.talk.keyboards import rows, tap
from handlers.talk.states import drop_draft
from handlers.talk.talk import Talk

_SHOWN = 6  # designs offered at once
_PRINTABLE = (PosterStatus.APPROVED, PosterStatus.PRINTING, PosterStatus.READY)


def build_router() -> Router:
    router = Router(name="designs")
    router.callback_query.register(show_designs, DesignsButton.filter())
    router.callback_query.register(take_design, PosterButton.filter(F.action == "approve"), POSTER_DRAFTS.own)
    router.callback_query.register(leave_design, PosterButton.filter(F.action == "cancel"), POSTER_DRAFTS.own)
    return router


async def show_designs(query: CallbackQuery, callback_data: DesignsButton, talk: Talk) -> None:
    """One's own posters that may be printed; straight to a new one where there is none."""
    here = callback_data.model_dump()
    posters = [one for one in await list_posters(talk.user, 0, 30) if one.status in _PRINTABLE][:_SHOWN]
    shelf = await list_products()
    is_sheet = shelf[callback_data.index % len(shelf)].product.kind is ProductKind.POSTER
    draft = new_poster_draft(GoodsButton(**here).pack(), callback_data.size if is_sheet else "")
    if not posters:
        await ask_artist(talk, draft)
        return
    await POSTER_DRAFTS.save(talk.state, draft)
    offered = [[tap(design_label(talk, one), GoodsButton(**here, poster=pack_id(one.id)))] for one in posters]
    keyboard = rows(
        *offered,
        [tap(talk.say("shop-design-new"), draft.button("open", "artist"), "success")],
        [tap(talk.say("shop-back"), GoodsButton(**here))],
    )
    await talk.show(talk.say("shop-designs"), keyboard)


def design_label(talk: Talk, poster: Poster) -> str:
    name = artist_name(poster.artist, talk.language)
    return f"{name} → {poster.recipient} · {poster.size.upper()}"


async def take_design(query: CallbackQuery, talk: Talk, draft: PosterDraft) -> None:
    """Back to the goods, with the design on them."""
    await talk.toast(talk.say("shop-poster-approved"))
    card = GoodsButton.unpack(draft.back)
    await drop_draft(talk.state)
    await show_goods(talk, card.model_copy(update={"poster": draft.poster}))


async def leave_design(query: CallbackQuery, talk: Talk, draft: PosterDraft) -> None:
    await drop_draft(talk.state)
    await show_goods(talk, GoodsButton.unpack(draft.back))
