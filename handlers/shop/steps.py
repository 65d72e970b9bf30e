"""How each step of a checkout looks: carrier, place, address, whom to call, the summary with the ways to pay."""

from aiogram.types import KeyboardButton, ReplyKeyboardMarkup, ReplyKeyboardRemove

from bot.adapters.carriers import Place
from bot.chat.order_words import carrier_name, rail_name
from bot.errors import Conflict
from bot.i18n import format_uzs
from bot.parcels.choice import DOORS, describe_ways
from bot.parcels.desk import open_carrier
from bot.rails.table import open_rails
from bot.shop.carts import CartView, read_cart
from handlers.shop.drafts import CHECKOUTS, Checkout
from handlers.talk.buttons import CartButton
from handlers.talk.keyboards import Row, rows, tap
from handlers.talk.states import Shop
from handlers.talk.talk import Talk

_PLACES = 7
_ORDER = ("carrier", "place", "address", "name", "phone", "summary")


def foot_row(talk: Talk, checkout: Checkout, step: str) -> Row:
    """Back and cancel; back from the first step leads to the cart."""
    steps = [one for one in _ORDER if one != "address" or checkout.carrier in DOORS]
    place = steps.index(step)
    back = checkout.button("open", steps[place - 1]) if place else CartButton(action="open")
    return [tap(talk.say("shop-back"), back), tap(talk.say("shop-cancel"), checkout.button("cancel"))]


async def ask_carrier(talk: Talk, checkout: Checkout) -> None:
    ways = await describe_ways(talk.services.settings, talk.language)
    if not ways:
        raise Conflict("shop-no-carriers")
    lines = [talk.say("shop-way", name=way.name, about=way.about, price=_price(talk, way.from_uzs)) for way in ways]
    buttons = [[tap(way.name, checkout.button("carrier", way.id))] for way in ways]
    await CHECKOUTS.save(talk.state, checkout)
    words = talk.say("shop-carrier") + "\n\n" + "\n".join(lines)
    await talk.show(words, rows(*buttons, foot_row(talk, checkout, "carrier")))
    await talk.state.set_state(Shop.carrier)


async def ask_place(talk: Talk, checkout: Checkout, query: str = "", spot: tuple[float, float] | None = None) -> None:
    """Places of the carrier: near a shared location, by typed words, or the first ones."""
    carrier = open_carrier(talk.services.settings, checkout.carrier)
    lat, lng = spot or (None, None)
    found = (await carrier.places(talk.language, lat, lng, query))[:_PLACES]
    buttons = [[tap(_place_label(talk, place), checkout.button("place", place.id[:40]))] for place in found]
    await CHECKOUTS.save(talk.state, checkout)
    key = f"shop-place-{checkout.carrier}" if found else "shop-place-none"
    words = talk.say(key, query=query) if not found else talk.say(key)
    await talk.show(words, rows(*buttons, foot_row(talk, checkout, "place")))
    await talk.state.set_state(Shop.place)


def _place_label(talk: Talk, place: Place) -> str:
    far = ""
    if place.metres is not None:
        km = place.metres / 1000
        far = " · " + talk.label("shop-far", km=f"{km:.1f}" if km < 10 else f"{km:.0f}")
    return f"{place.name}{far} · {_price(talk, place.price_uzs)}"


def _price(talk: Talk, amount: int) -> str:
    return format_uzs(talk.language, amount) if amount else talk.say("shop-order-free")


async def ask_address(talk: Talk, checkout: Checkout) -> None:
    await CHECKOUTS.save(talk.state, checkout)
    words = talk.say("shop-address", city=checkout.place_name)
    await talk.show(words, rows(foot_row(talk, checkout, "address")))
    await talk.state.set_state(Shop.address)


async def ask_name(talk: Talk, checkout: Checkout) -> None:
    known = checkout.name or talk.user.first_name
    keep = [tap(talk.label("shop-keep", value=known[:40]), checkout.button("keep", "name"))] if known else []
    await CHECKOUTS.save(talk.state, checkout)
    await talk.show(talk.say("shop-name"), rows(keep, foot_row(talk, checkout, "name")))
    await talk.state.set_state(Shop.name)


async def ask_phone(talk: Talk, checkout: Checkout) -> None:
    """The number comes by one tap on a button of its own, or typed."""
    keep = (
        [tap(talk.label("shop-keep", value=checkout.phone), checkout.button("keep", "phone"))] if checkout.phone else []
    )
    await CHECKOUTS.save(talk.state, checkout)
    await talk.show(talk.say("shop-phone"), rows(keep, foot_row(talk, checkout, "phone")))
    share = KeyboardButton(text=talk.label("shop-phone-share"), request_contact=True)
    keyboard = ReplyKeyboardMarkup(keyboard=[[share]], resize_keyboard=True, one_time_keyboard=True)
    await talk.services.telegram.send_message(talk.chat_id, talk.say("shop-phone-how"), reply_markup=keyboard)
    await talk.state.set_state(Shop.phone)


async def drop_keyboard(talk: Talk, words: str) -> None:
    """Takes the button under the field away; Telegram wants a message for that."""
    await talk.services.telegram.send_message(talk.chat_id, words, reply_markup=ReplyKeyboardRemove())


async def show_summary(talk: Talk, checkout: Checkout) -> None:
    """Everything at a glance, and a button for each way to pay."""
    cart = await read_cart(talk.user)
    if not cart.can_order:
        raise Conflict("shop-cart-changed" if cart.lines else "shop-cart-empty")
    total = format_uzs(talk.language, cart.total_uzs + checkout.price_uzs)
    buttons = [
        [tap(rail_name(rail, talk.language), checkout.button("order", rail), "success")]
        for rail in open_rails(talk.services.settings)
    ]
    await CHECKOUTS.save(talk.state, checkout)
    words = summary_words(talk, checkout, cart, total)
    await talk.show(words, rows(*buttons, foot_row(talk, checkout, "summary")))
    await talk.state.set_state(Shop.summary)


def summary_words(talk: Talk, checkout: Checkout, cart: CartView, total: str) -> str:
    lines = [
        talk.say(
            "shop-order-line",
            title=one.line.title(talk.language),
            quantity=one.line.quantity,
            amount=format_uzs(talk.language, one.line.total_uzs),
        )
        for one in cart.lines
    ]
    sums = [talk.say("shop-order-sum", amount=format_uzs(talk.language, cart.goods_uzs))]
    if cart.discount_uzs:
        amount = format_uzs(talk.language, cart.discount_uzs)
        sums.append(talk.say("shop-cart-discount", code=cart.promo_code, amount=amount))
    sums.append(talk.say("shop-order-delivery", amount=_price(talk, checkout.price_uzs)))
    sums.append(talk.say("shop-order-total", amount=total))
    where = ", ".join(part for part in (checkout.place_name, checkout.address) if part)
    place = talk.say("shop-order-where", carrier=carrier_name(checkout.carrier, talk.language), place=where)
    whom = talk.say("shop-order-whom", name=checkout.name, phone=checkout.phone)
    minutes = talk.services.settings.hold_minutes
    return "\n\n".join(
        [
            talk.say("shop-summary"),
            "\n".join(lines),
            "\n".join(sums),
            f"{place}\n{whom}",
            talk.say("shop-summary-pay", minutes=minutes),
        ]
    )


STEPS = {
    "carrier": ask_carrier,
    "place": ask_place,
    "address": ask_address,
    "name": ask_name,
    "phone": ask_phone,
    "summary": show_summary,
}
