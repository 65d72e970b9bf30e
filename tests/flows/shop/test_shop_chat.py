"""/shop as a person goes through it: cards, one's own design, the cart, delivery, paying, changing one's mind."""

from typing import Any

import pytest

from bot.chat.order_status import follow_orders_shown
from bot.i18n import text
from bot.services import Services
from db.artists import Artist
from db.deliveries import Delivery
from db.orders import Order, OrderItem, OrderStatus
from db.products import Variant
from tests.control import buttons
from tests.flows.talking import Chatter, content, forget_redis, start_in


@pytest.fixture(autouse=True)
async def studio(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    """A worker who draws everything at once, and always the same."""
    artist = await Artist.all().order_by("position").first()
    assert artist is not None
    picture = await services.store.get(artist.portrait_key)

    async def ask(job: str, item: str, seconds: float) -> dict[str, Any]:
        key = f"tests/{job}/{item.replace(':', '-')}.jpg"
        await services.store.put(key, picture, "image/jpeg")
        return {"key": key, "dpi": 220, "stages": {}}

    monkeypatch.setattr(services.queue, "ask", ask)


async def fill_cart(fan: Chatter) -> None:
    """A shirt in navy, size L, is in the cart, and the cart is shown."""
    await start_in(fan)
    await fan.say("/shop")
    await fan.tap("toʻq koʻk")
    await fan.find_button("● toʻq koʻk")
    await fan.tap("L")
    await fan.find_button("● L")
    await fan.tap("Savatga —")
    await fan.expect("Savat")


async def reach_summary(fan: Chatter, carrier: str = "Oʻzim olib ketaman", place: str = "Navoiy") -> None:
    await fan.tap("Rasmiylashtirish")
    await fan.tap(carrier)
    await fan.tap(place)
    await fan.say("Dilnoza Karimova")
    await fan.expect("Tugmani bosing")
    await fan.say("90 123 45 67")
    await fan.expect("Hammasi toʻgʻrimi?")


async def test_a_card_shows_what_there_is_and_strikes_what_is_gone(fan: Chatter) -> None:
    await Variant.filter(sku="tshirt-white-xl").update(on_hand=0)
    await start_in(fan)
    card = await fan.say("/shop")
    assert "photo" in card and "Futbolka" in content(card) and "129" in content(card)
    assert any("\u0336" in label for label in buttons(card))
    assert "1 / 5" in buttons(card)
    await fan.tap("▶️")
    await fan.expect("Poster")
    card = await fan.find_button("Poster yaratish")
    assert not any("Savatga —" in label for label in buttons(card))


async def test_a_shirt_from_the_card_to_an_order(fan: Chatter) -> None:
    await fill_cart(fan)
    await fan.tap("➕")
    await fan.expect("× 2 — 258")
    await fan.tap("Promokod")
    await fan.say("nosuch")
    await fan.expect("Bunday promokod yoʻq")
    await fan.say("stario10")
    await fan.expect("Promokod STARIO10: −25")
    await reach_summary(fan)
    await fan.tap("Click")
    status = await fan.expect("Toʻlovni kutyapmiz")
    order = await Order.get()
    assert (order.total_uzs, order.payment_provider, order.status) == (232_200, "click", "awaiting_payment")
    assert (await OrderItem.get()).title == "Futbolka, toʻq koʻk, L"
    assert (await Delivery.get()).contact_phone == "+998901234567"
    links = [b["url"] for row in status["reply_markup"]["inline_keyboard"] for b in row if "url" in b]
    assert len(links) == 1 and f"transaction_param={order.number}" in links[0]


async def test_another_way_to_pay_and_then_none(fan: Chatter) -> None:
    await fill_cart(fan)
    await reach_summary(fan)
    await fan.tap("Payme")
    await fan.expect("Toʻlovni kutyapmiz")
    await fan.tap("Boshqa toʻlov usuli")
    await fan.tap("Click")
    await fan.find_button("Click —")
    assert (await Order.get()).payment_provider == "click"
    await fan.tap("Buyurtmani bekor qilish")
    await fan.expect("Bekor qilindi")
    assert (await Order.get()).status is OrderStatus.CANCELLED
    assert (await Variant.get(sku="tshirt-navy-l")).reserved == 0


async def test_paying_inside_telegram_sends_an_invoice(fan: Chatter) -> None:
    await fill_cart(fan)
    await reach_summary(fan)
    await fan.tap("Telegram ichida")
    invoice = await fan.person.wait_for(lambda message: "invoice" in message)
    assert invoice["invoice"]["currency"] == "UZS"
    assert await fan.count("Toʻlovni kutyapmiz") == 1


async def test_a_courier_needs_an_address(fan: Chatter) -> None:
    await fill_cart(fan)
    await fan.tap("Rasmiylashtirish")
    await fan.tap("Kuryer")
    await fan.tap("Samarqand")
    await fan.say("uy")
    await fan.expect("Toʻliq manzilni yozing")
    await fan.say("Registon koʻchasi 5, <b>12</b>-xonadon")
    await fan.tap("✓ Dilnoza")
    await fan.expect("Tugmani bosing")
    await fan.send(contact={"phone_number": "998901112233", "first_name": "Dilnoza"})
    summary = await fan.expect("Hammasi toʻgʻrimi?")
    assert "<b>12</b>" in content(summary) and "45" in content(summary)


async def test_a_poster_of_ones_own_goes_onto_a_shirt(fan: Chatter) -> None:
    await start_in(fan)
    await fan.say("/shop")
    await fan.tap("Oʻz posterimni bosish")
    await fan.expect("Posterda kim boʻlsin?")
    artist = await Artist.all().order_by("position").first()
    assert artist is not None
    await fan.tap(artist.name)
    await fan.tap(text("uz", "poster-design-riso"))
    await fan.tap(text("uz", "poster-palette-lagoon"))
    await fan.say("Malika")
    await fan.say("Eng zoʻr opamga!")
    preview = await fan.expect("220 dpi")
    assert "photo" in preview and "Malika" in content(preview)
    await fan.tap("Ranglar")
    await fan.tap(text("uz", "poster-palette-pomegranate"))
    await fan.tap("Zoʻr, shunday bosing")
    await fan.expect("Dizayn: ")
    await fan.tap("Savatga —")
    await fan.expect("🎨 Malika")
    await reach_summary(fan)
    await fan.tap("Payme")
    await fan.expect("Toʻlovni kutyapmiz")
    item = await OrderItem.get().select_related("poster")
    assert item.poster is not None and item.poster.palette == "pomegranate"
    assert item.share_uzs == 129_000 * 15 // 100


async def test_old_buttons_say_so_and_the_cart_survives(services: Services, fan: Chatter) -> None:
    await fill_cart(fan)
    await fan.tap("Rasmiylashtirish")
    await fan.find_button("Kuryer")
    await forget_redis(services)
    assert "eski tugma" in (await fan.tap("Kuryer"))["text"]
    await fan.say("/shop")
    await fan.find_button("Savat (1)")


async def test_two_taps_make_one_order_and_orders_list_it(fan: Chatter) -> None:
    await fill_cart(fan)
    await reach_summary(fan)
    summary = await fan.find_button("Payme")
    await fan.press(summary, "Payme")
    await fan.press(summary, "Payme")
    await fan.expect("Toʻlovni kutyapmiz")
    order = await Order.get()
    await fan.say("/orders")
    await fan.tap(f"№ {order.number}")
    await fan.expect(f"Buyurtma № {order.number}")


async def test_the_orders_message_follows_the_order(services: Services, fan: Chatter) -> None:
    await fill_cart(fan)
    await reach_summary(fan)
    await fan.tap("Payme")
    await fan.expect("Toʻlovni kutyapmiz")
    assert await follow_orders_shown(services) == 0
    await Order.all().update(status=OrderStatus.PAID)
    assert await follow_orders_shown(services) == 1
    message = await fan.expect("Toʻlandi")
    assert not any("Payme" in label for label in buttons(message))
    assert await fan.count("Buyurtma № ") == 1
    await Order.all().update(status=OrderStatus.FULFILLED)
    assert (await follow_orders_shown(services), await follow_orders_shown(services)) == (1, 0)
