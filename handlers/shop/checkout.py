"""From the cart to an order: answers to the checkout's questions, and the order itself."""

import html

from aiogram import F, Router
from aiogram.filters import StateFilter
from aiogram.types import CallbackQuery, Message

from bot.errors import Conflict, Invalid
from bot.parcels.choice import DOORS, tidy_contact, tidy_phone
from bot.parcels.desk import open_carrier
from bot.pasted.lines import tidy_words
from bot.shop.carts import read_cart
from bot.shop.orders import OrderRequest, choose_rail, get_order, place_order
from db.orders import Order
from handlers.shop.cart import show_cart
from handlers.shop.drafts import CHECKOUTS, Checkout, new_checkout
from handlers.shop.orders import send_order
from handlers.shop.steps import (
    STEPS,
    ask_address,
    ask_carrier,
    ask_name,
    ask_phone,
    ask_place,
    drop_keyboard,
    show_summary,
)
from handlers.talk.buttons import CartButton, ShipButton
from handlers.talk.filters import is_words
from handlers.talk.states import Shop, drop_draft
from handlers.talk.talk import Talk

_SHORTEST_ADDRESS, _LONGEST_ADDRESS = 8, 300


def build_router() -> Router:
    router = Router(name="checkout")
    router.callback_query.register(begin_checkout, CartButton.filter(F.action == "ship"))
    router.callback_query.register(tell_ordered, ShipButton.filter(), CHECKOUTS.own, is_ordered)
    for action, act in _ACTIONS.items():
        router.callback_query.register(act, ShipButton.filter(F.action == action), CHECKOUTS.own)
    router.message.register(take_spot, StateFilter(Shop.place), is_location, CHECKOUTS.open)
    router.message.register(find_place, StateFilter(Shop.place), is_words, CHECKOUTS.open)
    router.message.register(take_address, StateFilter(Shop.address), is_words, CHECKOUTS.open)
    router.message.register(take_name, StateFilter(Shop.name), is_words, CHECKOUTS.open)
    router.message.register(take_phone, StateFilter(Shop.phone), is_phone, CHECKOUTS.open)
    return router


async def is_ordered(query: CallbackQuery, callback_data: ShipButton, checkout: Checkout) -> bool:
    """A filter: this checkout has become an order, and the tap is not on a way to pay."""
    return bool(checkout.order) and callback_data.action != "order"


async def is_location(message: Message) -> bool:
    return message.location is not None


async def is_phone(message: Message) -> bool:
    return message.contact is not None or (message.text is not None and not message.text.startswith("/"))


async def begin_checkout(query: CallbackQuery, talk: Talk) -> None:
    if not (await read_cart(talk.user)).can_order:
        raise Conflict("shop-cart-changed")
    await ask_carrier(talk, new_checkout())


async def pick_carrier(query: CallbackQuery, callback_data: ShipButton, talk: Talk, checkout: Checkout) -> None:
    checkout.carrier, checkout.place_id, checkout.address = callback_data.value, "", ""
    await ask_place(talk, checkout)


async def pick_place(query: CallbackQuery, callback_data: ShipButton, talk: Talk, checkout: Checkout) -> None:
    place = await open_carrier(talk.services.settings, checkout.carrier).find_place(talk.language, callback_data.value)
    checkout.place_id, checkout.price_uzs = place.id, place.price_uzs
    checkout.place_name = ", ".join(part for part in (place.name, place.address) if part)
    await (ask_address(talk, checkout) if checkout.carrier in DOORS else ask_name(talk, checkout))


async def take_spot(message: Message, talk: Talk, checkout: Checkout) -> None:
    assert message.location is not None
    await ask_place(talk, checkout, spot=(message.location.latitude, message.location.longitude))


async def find_place(message: Message, talk: Talk, checkout: Checkout) -> None:
    # No place has a longer name, and the answer repeats what was looked for.
    await ask_place(talk, checkout, query=tidy_words(message.text or "")[:80])


async def take_address(message: Message, talk: Talk, checkout: Checkout) -> None:
    address = tidy_words(message.text or "")
    if not _SHORTEST_ADDRESS <= len(address) <= _LONGEST_ADDRESS:
        raise Invalid("shop-no-address")
    checkout.address = address
    await ask_name(talk, checkout)


async def take_name(message: Message, talk: Talk, checkout: Checkout) -> None:
    checkout.name = tidy_contact(message.text or "")
    await ask_phone(talk, checkout)


async def take_phone(message: Message, talk: Talk, checkout: Checkout) -> None:
    shared = message.contact.phone_number if message.contact else None
    checkout.phone = tidy_phone(shared or message.text or "")
    await drop_keyboard(talk, talk.say("shop-phone-taken", phone=checkout.phone))
    await show_summary(talk, checkout)


async def keep_known(query: CallbackQuery, callback_data: ShipButton, talk: Talk, checkout: Checkout) -> None:
    """What is known already is kept by one tap."""
    if callback_data.value == "phone" and checkout.phone:
        await drop_keyboard(talk, talk.say("shop-phone-taken", phone=checkout.phone))
        await show_summary(talk, checkout)
        return
    checkout.name = tidy_contact(checkout.name or talk.user.first_name)
    await ask_phone(talk, checkout)


async def open_step(query: CallbackQuery, callback_data: ShipButton, talk: Talk, checkout: Checkout) -> None:
    step = STEPS.get(callback_data.value)
    if step is None:
        raise Conflict("menu-old-button")
    await step(talk, checkout)


async def cancel_checkout(query: CallbackQuery, callback_data: ShipButton, talk: Talk, checkout: Checkout) -> None:
    """Back to the cart: what is in it stays."""
    await drop_draft(talk.state)
    await talk.state.update_data(checkout=None)
    await show_cart(talk)


async def order_goods(query: CallbackQuery, callback_data: ShipButton, talk: Talk, checkout: Checkout) -> None:
    """Orders once, however often and whichever way to pay is tapped: the checkout's id is the key."""
    if checkout.order:
        await repeat_order(talk, checkout, callback_data.value)
        return
    cart = await read_cart(talk.user)
    request = OrderRequest(
        items=cart.wanted,
        delivery=checkout.choice(),
        payment_provider=callback_data.value,
        promo_code=cart.promo_code if cart.promo_trouble is None else "",
        source="chat",
        language=talk.language,
        request_key=f"chat:{checkout.id}",
    )
    order = await place_order(talk.services, talk.user, request)
    checkout.order = order.number
    await CHECKOUTS.save(talk.state, checkout)
    await talk.state.set_state(None)
    await talk.toast(talk.say("shop-ordered-toast"))
    await send_order(talk, order)
    await talk.show(talk.say("shop-ordered", number=order.number))


async def repeat_order(talk: Talk, checkout: Checkout, rail: str) -> None:
    """The second tap: shows the order that is there, to be paid the way that was tapped."""
    order: Order = await get_order(talk.user, checkout.order)
    await choose_rail(talk.services.settings, order, rail)
    await send_order(talk, order)


async def tell_ordered(query: CallbackQuery, talk: Talk, checkout: Checkout) -> None:
    await talk.toast(html.unescape(talk.say("shop-ordered", number=checkout.order)), alert=True)


_ACTIONS = {
    "carrier": pick_carrier,
    "place": pick_place,
    "keep": keep_known,
    "open": open_step,
    "order": order_goods,
    "cancel": cancel_checkout,
}
