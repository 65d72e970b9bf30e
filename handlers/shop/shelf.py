"""/shop: cards of the goods, their sizes and colours, and one's own design on them."""

from uuid import UUID

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.artists.artists import artist_name
from bot.errors import Conflict, NotFound
from bot.ids import pack_id, unpack_id
from bot.posters.posters import find_poster, list_posters
from bot.shelf.products import list_products
from bot.shop.carts import add_item
from bot.shop.lines import Wanted
from db.posters import Poster, PosterStatus
from db.products import ProductKind
from handlers.poster.drafts import new_poster_draft
from handlers.poster.steps import ask_artist
from handlers.shop.buttons import DesignsButton, GoodsButton, PutButton
from handlers.shop.cards import Card, choose_variant, show_card
from handlers.shop.cart import show_cart
from handlers.talk.drafts import drop_draft
from handlers.talk.keyboards import rows, tap
from handlers.talk.talk import Talk

_SHOWN = 6  # designs offered at once
_READY = (PosterStatus.APPROVED, PosterStatus.PRINTING, PosterStatus.READY)
_NEW = "new"


def build_router() -> Router:
    router = Router(name="shop")
    router.message.register(open_shop, Command("shop"))
    router.callback_query.register(turn_card, GoodsButton.filter())
    router.callback_query.register(show_designs, DesignsButton.filter())
    router.callback_query.register(put_in_cart, PutButton.filter())
    return router


async def open_shop(message: Message, talk: Talk) -> None:
    await drop_draft(talk.state)
    await show_goods(talk, GoodsButton(index=0))


async def turn_card(query: CallbackQuery, callback_data: GoodsButton, talk: Talk) -> None:
    await drop_draft(talk.state)
    await show_goods(talk, callback_data)


async def show_goods(talk: Talk, wish: GoodsButton) -> None:
    """The card that a button asks for, counted round: behind the last one comes the first."""
    shelf = await list_products()
    if not shelf:
        raise Conflict("shop-closed")
    index = wish.index % len(shelf)
    poster = await find_poster(talk.user, read_id(wish.poster)) if wish.poster else None
    goods = shelf[index]
    sheet = poster is not None and goods.product.kind is ProductKind.POSTER
    variant = choose_variant(goods, wish.colour, poster.size if sheet and poster else wish.size)
    await show_card(talk, Card(goods, index, len(shelf), variant, poster))


def read_id(packed: str) -> UUID:
    """Raises NotFound for what nobody packed."""
    try:
        return unpack_id(packed)
    except ValueError as error:
        raise NotFound("error-not-found") from error


async def show_designs(query: CallbackQuery, callback_data: DesignsButton, talk: Talk) -> None:
    """One's own posters that may be printed; straight to a new one where there is none."""
    here = callback_data.model_dump()
    posters = [one for one in await list_posters(talk.user, 0, 30) if one.status in _READY][:_SHOWN]
    shelf = await list_products()
    is_sheet = shelf[callback_data.index % len(shelf)].product.kind is ProductKind.POSTER
    draft = new_poster_draft(GoodsButton(**here).pack(), callback_data.size if is_sheet else "")
    if not posters:
        await ask_artist(talk, draft)
        return
    await talk.state.update_data(poster_draft=vars(draft))
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


async def put_in_cart(query: CallbackQuery, callback_data: PutButton, talk: Talk) -> None:
    poster = read_id(callback_data.poster) if callback_data.poster else None
    await add_item(talk.user, Wanted(read_id(callback_data.variant), 1, poster))
    await talk.toast(talk.say("shop-put-done"))
    await show_cart(talk)
