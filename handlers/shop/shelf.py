"""/shop: cards of the goods, their sizes and colours, and one's own design on them."""

from aiogram import Router
from aiogram.filters import Command
from aiogram.types import CallbackQuery, Message

from bot.errors import Conflict
from bot.ids import read_packed
from bot.posters.posters import find_poster
from bot.shelf.products import list_products
from bot.shop.carts import add_item
from bot.shop.lines import Wanted
from db.products import ProductKind
from handlers.shop.cards import Card, choose_variant, show_card
from handlers.shop.cart import show_cart
from handlers.talk.buttons import GoodsButton, PutButton
from handlers.talk.states import drop_draft
from handlers.talk.talk import Talk


def build_router() -> Router:
    router = Router(name="shop")
    router.message.register(open_shop, Command("shop"))
    router.callback_query.register(turn_card, GoodsButton.filter())
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
    poster = await find_poster(talk.user, read_packed(wish.poster)) if wish.poster else None
    goods = shelf[index]
    sheet = poster is not None and goods.product.kind is ProductKind.POSTER
    variant = choose_variant(goods, wish.colour, poster.size if sheet and poster else wish.size)
    await show_card(talk, Card(goods, index, len(shelf), variant, poster))


async def put_in_cart(query: CallbackQuery, callback_data: PutButton, talk: Talk) -> None:
    poster = read_packed(callback_data.poster) if callback_data.poster else None
    await add_item(talk.user, Wanted(read_packed(callback_data.variant), 1, poster))
    await talk.toast(talk.say("shop-put-done"))
    await show_cart(talk)
