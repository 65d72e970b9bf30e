"""The cart in the chat: more and less of a line, a promo code, and on to the delivery."""

import html

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.types import CallbackQuery, DisabledButton, InlineKeyboardButton, InlineKeyboardMarkup, Message

from bot.errors import Refusal
from bot.i18n import format_uzs
from bot.ids import pack_id, read_packed
from bot.shop.carts import CartLine, CartView, change_item, read_cart, remove_item, set_promo
from handlers.middlewares.talks import refusal_words
from handlers.talk.buttons import CartButton, GoodsButton
from handlers.talk.filters import is_words
from handlers.talk.keyboards import Row, home_button, rows, tap
from handlers.talk.states import Shop, drop_draft
from handlers.talk.talk import Talk


def build_router() -> Router:
    router = Router(name="cart")
    router.callback_query.register(ask_promo, CartButton.filter(F.action == "promo"))
    router.callback_query.register(tap_cart, CartButton.filter(F.action != "ship"))
    router.message.register(take_promo, StateFilter(Shop.promo), is_words)
    return router


async def tap_cart(query: CallbackQuery, callback_data: CartButton, talk: Talk) -> None:
    await drop_draft(talk.state)
    await _change_cart(talk, callback_data)
    await show_cart(talk)


async def _change_cart(talk: Talk, tapped: CartButton) -> None:
    if tapped.action == "nopromo":
        await set_promo(talk.user, "")
    if tapped.action == "drop":
        await remove_item(talk.user, read_packed(tapped.item, "shop-line-gone"))
    if tapped.action in ("more", "less"):
        item_id = read_packed(tapped.item, "shop-line-gone")
        lines = (await read_cart(talk.user)).lines
        now = next((one.line.quantity for one in lines if one.item.id == item_id), 0)
        await change_item(talk.user, item_id, now + (1 if tapped.action == "more" else -1))


async def show_cart(talk: Talk) -> None:
    cart = await read_cart(talk.user)
    if not cart.lines:
        keyboard = rows([tap(talk.say("shop-to-goods"), GoodsButton(index=0), "primary")], [home_button(talk.language)])
        await talk.show(talk.say("shop-cart-none"), keyboard)
        return
    await talk.show(cart_words(talk, cart), cart_keyboard(talk, cart))


def cart_words(talk: Talk, cart: CartView) -> str:
    lines = [_line_words(talk, number, one) for number, one in enumerate(cart.lines, 1)]
    sums = [talk.say("shop-order-sum", amount=format_uzs(talk.language, cart.goods_uzs))]
    if cart.discount_uzs:
        amount = format_uzs(talk.language, cart.discount_uzs)
        sums.append(talk.say("shop-cart-discount", code=cart.promo_code, amount=amount))
    if cart.promo_trouble:
        sums.append(f"⚠️ {plain_words(talk, cart.promo_trouble)}")
    sums.append(talk.say("shop-order-total", amount=format_uzs(talk.language, cart.total_uzs)))
    return "\n\n".join([talk.say("shop-cart-head"), "\n".join(lines), "\n".join(sums)])


def plain_words(talk: Talk, refusal: Refusal) -> str:
    return html.escape(refusal_words(refusal, talk.language), quote=False)


def _line_words(talk: Talk, number: int, one: CartLine) -> str:
    words = talk.say(
        "shop-cart-line",
        number=number,
        title=one.line.title(talk.language),
        quantity=one.line.quantity,
        amount=format_uzs(talk.language, one.line.total_uzs),
    )
    if one.line.poster:
        words += talk.say("shop-cart-design", name=one.line.poster.recipient)
    return f"{words}\n   ⚠️ {plain_words(talk, one.trouble)}" if one.trouble else words


def cart_keyboard(talk: Talk, cart: CartView) -> InlineKeyboardMarkup:
    promo = tap(talk.say("shop-promo-add"), CartButton(action="promo"))
    if cart.promo_code:
        promo = tap(talk.label("shop-promo-drop", code=cart.promo_code), CartButton(action="nopromo"))
    ship = [tap(talk.say("shop-checkout"), CartButton(action="ship"), "success")] if cart.can_order else []
    return rows(
        *(_line_row(number, one) for number, one in enumerate(cart.lines, 1)),
        [promo],
        ship,
        [tap(talk.say("shop-to-goods"), GoodsButton(index=0)), home_button(talk.language)],
    )


def _line_row(number: int, one: CartLine) -> Row:
    item = pack_id(one.item.id)
    return [
        tap("➖", CartButton(action="less", item=item)),
        InlineKeyboardButton(text=f"{number}. × {one.line.quantity}", disabled=DisabledButton()),
        tap("➕", CartButton(action="more", item=item)),
        tap("🗑", CartButton(action="drop", item=item)),
    ]


async def ask_promo(query: CallbackQuery, talk: Talk) -> None:
    await talk.show(talk.say("shop-promo-ask"), rows([tap(talk.say("shop-back"), CartButton(action="open"))]))
    await talk.state.set_state(Shop.promo)


async def take_promo(message: Message, talk: Talk) -> None:
    """A code that does not hold is explained, and another may be typed."""
    try:
        await set_promo(talk.user, message.text or "")
    except Refusal as refusal:
        back = rows([tap(talk.say("shop-back"), CartButton(action="open"))])
        await talk.show(f"{plain_words(talk, refusal)}\n{talk.say('shop-promo-again')}", back)
        return
    await talk.state.set_state(None)
    await show_cart(talk)
