"""A whole purchase on the whole product: a poster and a T-shirt, a promo code, a locker, to the parcel – and back.

Every rail by REST and in the chat; the buyer, the provider, the carrier and the operator all act from outside.
"""

from typing import Any

import aiohttp
import pytest

from bot.i18n import text
from tests.conftest import Stack
from tests.control import STAFF_CHAT, Control, Message, Person, buttons
from tests.flows.talking import Chatter, content, start_in
from tests.rest import RestFan, new_rest_fan
from tests.waiting import until

RAILS = ("payme", "click", "stripe", "telegram")
LABELS = {"payme": "Payme", "click": "Click", "stripe": "Visa", "telegram": "Telegram ichida"}
GOODS = 129_000 + 69_000
WHILE = 60  # seconds; there are other tests on this machine
TOTAL = GOODS - GOODS // 10 + 18_000  # a tenth off the goods, and the locker
OPERATOR = 30002


async def order_by_rest(fan: RestFan, rail: str) -> dict[str, Any]:
    artist = await fan.artist(free=True)
    poster = await new_poster(
        fan,
        {
            "artist_id": artist["id"],
            "design": "riso",
            "palette": "lagoon",
            "size": "a4",
            "recipient": "Madina",
            "words": "Orzularing sari dadil boʻl!",
        },
    )
    goods = {item["slug"]: item for item in (await fan.call("GET", "/products"))["items"]}
    shirt = next(one for one in goods["tshirt"]["variants"] if (one["colour"], one["size"]) == ("navy", "M"))
    sheet = next(one for one in goods["poster"]["variants"] if one["size"] == "A4")
    lockers = await fan.call("GET", "/delivery/places?carrier=boxnow&lat=41.3111&lng=69.2797")
    delivery = {
        "carrier": "boxnow",
        "place_id": lockers["items"][0]["id"],
        "name": "Madina Karimova",
        "phone": "+998901234567",
        "email": "madina@example.uz",
    }
    items = [
        {"variant_id": shirt["id"], "quantity": 1},
        {"variant_id": sheet["id"], "quantity": 1, "poster_id": poster["id"]},
    ]
    body = {"items": items, "delivery": delivery, "payment_provider": rail, "promo_code": "STARIO10"}
    return dict(await fan.call("POST", "/orders", body, 201))


async def ask_studio(fan: RestFan, body: dict[str, Any]) -> dict[str, Any]:
    try:
        return dict(await fan.call("POST", "/posters", body))
    except AssertionError as error:
        if "error-part-busy" not in str(error):
            raise
        return {"status": 503}


async def new_poster(fan: RestFan, body: dict[str, Any]) -> dict[str, Any]:
    """A poster that is drawn; a studio that has only just opened is asked again, as its answer says."""
    return dict(await until(lambda: ask_studio(fan, body), lambda poster: poster.get("preview_url"), WHILE))


async def order_in_chat(fan: Chatter, rail: str) -> Message:
    """From /start to the order's own message."""
    await start_in(fan)
    await design_poster(fan)
    await fan.find_button("Savatga —")
    await fan.tap("Savatga —")
    await fan.find_button("‹ Tovarlar")
    await fan.tap("‹ Tovarlar")
    await fan.tap("toʻq koʻk")
    await fan.find_button("● toʻq koʻk")
    await fan.tap("M")
    await fan.find_button("● M")
    await fan.tap("Savatga —")
    await fan.tap("Promokod")
    await fan.say("stario10")
    await fan.tap("Rasmiylashtirish")
    await fan.tap("BOX NOW")
    await fan.find_button("km") if await share_spot(fan) else None
    await fan.tap("km")
    await fan.say("Madina Karimova")
    await fan.expect("Tugmani bosing")
    await fan.send(contact={"phone_number": "998901234567", "first_name": "Madina"})
    await fan.expect("Hammasi toʻgʻrimi?")
    await fan.tap(LABELS[rail])
    return await fan.expect("Toʻlovni kutyapmiz")


async def share_spot(fan: Chatter) -> bool:
    await fan.expect("Jomakonni tanlang")
    await fan.send(location={"latitude": 41.3111, "longitude": 69.2797})
    return True


async def design_poster(fan: Chatter) -> None:
    await fan.say("/shop")
    await fan.tap("▶️")
    await fan.tap("Poster yaratish")
    await fan.expect("Posterda kim boʻlsin?")
    keyboard = await fan.find_button("Orqaga")
    await fan.tap(buttons(keyboard)[0])
    await fan.tap(text("uz", "poster-design-riso"))
    await fan.tap(text("uz", "poster-palette-lagoon"))
    await fan.tap("A4")
    await fan.expect("kimning ismi")
    await fan.say("Madina")
    for _ in range(4):  # a studio that has only just opened asks for a moment
        sent = await fan.person.say("Orzularing sari dadil boʻl!")
        answer = await fan.expect("", after=int(sent["message_id"]), seconds=30)
        if "dpi" in content(answer):
            break
    await fan.tap("Zoʻr, shunday bosing")


async def expect_paid(control: Control, url: str, person: int) -> None:
    """The buyer pays on the page behind the link, and the provider says so."""
    told = await control.call("POST", "/pay", json={"payment_url": url, "from_id": person})
    assert told.get("status") in ("paid", "succeeded", "complete") or told.get("ok"), told


async def bring_parcel(control: Control, number: str) -> None:
    """The carrier takes the parcel all the way to its buyer."""
    parcel = await control.find_parcel(number)
    body = {"event": "delivered", "through": True}
    await control.call("POST", f"/rails/boxnow/parcels/{parcel}/move", json=body)


async def refund(control: Control, number: str) -> None:
    """An operator sends the money back, by a card in the staff chat; what the rail cannot do, by hand."""
    operator = Person(control, OPERATOR, STAFF_CHAT)
    asked = await operator.say(f"/order {number}")
    card = await find_card(operator, int(asked["message_id"]), "ops:refund:")
    await press_data(operator, card, "ops:refund:")
    card = await find_card(operator, int(asked["message_id"]), "ops:refund_yes:")
    await press_data(operator, card, "ops:refund_yes:")

    async def refresh() -> Message:
        await press_data(operator, card, "ops:refresh:")
        return (await operator.messages(int(card["message_id"]) - 1))[0]

    gone = text("ru", "ops-status-refunded")
    shown = await until(refresh, lambda now: data_of(now, "ops:sent_back:") or gone in content(now), WHILE)
    await press_data(operator, shown, "ops:sent_back:")


async def find_card(operator: Person, after: int, action: str) -> Message:
    return await operator.wait_for(lambda message: data_of(message, action), after=after)


def data_of(message: Message, action: str) -> str:
    rows = message.get("reply_markup", {}).get("inline_keyboard", [])
    found = [b["callback_data"] for row in rows for b in row if b.get("callback_data", "").startswith(action)]
    return found[0] if found else ""


async def press_data(person: Person, message: Message, action: str) -> None:
    if data := data_of(message, action):
        await person.press(message, data=data)


@pytest.mark.parametrize("rail", RAILS)
async def test_a_purchase_by_rest(stack: Stack, control: Control, http: aiohttp.ClientSession, rail: str) -> None:
    fan = await new_rest_fan(http, stack.web, control)
    order = await order_by_rest(fan, rail)
    assert (order["goods_uzs"], order["discount_uzs"], order["total_uzs"]) == (GOODS, GOODS // 10, TOTAL)
    assert order["status"] == "awaiting_payment" and order["payment_url"]

    async def ask() -> Any:
        return await fan.call("GET", f"/orders/{order['number']}")

    await expect_paid(control, order["payment_url"], fan.person.id)
    paid = await until(ask, lambda now: now["status"] in ("paid", "in_production"), WHILE)
    assert paid["payment_url"] is None and paid["payment_provider"] == rail
    await bring_parcel(control, order["number"])
    done = await until(ask, lambda now: now["status"] == "fulfilled", WHILE)
    assert done["delivery"]["status"] == "delivered" and done["delivery"]["events"]
    await refund(control, order["number"])
    back = await until(ask, lambda now: now["status"] == "refunded", WHILE)
    assert back["refunded_uzs"] == TOTAL
    assert "parcelPin" not in str(back) and "pin" not in back["delivery"]


@pytest.mark.parametrize("rail", RAILS)
async def test_a_purchase_in_the_chat(stack: Stack, control: Control, rail: str) -> None:
    fan = Chatter(await control.new_person("Dilnoza"))
    status = await order_in_chat(fan, rail)
    number = content(status).split("№ ")[1].split()[0]
    if rail == "telegram":
        invoice = await fan.person.wait_for(lambda message: "invoice" in message)
        assert (await fan.person.pay(invoice))["status"] == "paid"
    else:
        rows = status["reply_markup"]["inline_keyboard"]
        await expect_paid(control, next(b["url"] for row in rows for b in row if "url" in b), fan.person.id)
    await fan.expect("Rahmat", seconds=60)
    await bring_parcel(control, number)
    await fan.expect("🎉", seconds=60)
    await refund(control, number)
    await fan.expect("puli sizga qaytdi", seconds=60)
