"""/orders and what surrounds a finished greeting: sending again, paying again, sharing, checking, forgetting."""

from datetime import UTC, datetime

import pytest

from bot.greetings.renders import Rendered, finish_render, mark_delivered, start_render
from bot.greetings.videos import VideoRequest, request_video
from bot.services import Services
from db.orders import Order, OrderStatus
from db.users import User
from db.videos import Video, VideoStatus
from handlers import set_up_bot
from tests.control import Control, buttons
from tests.flows.talking import Chatter, content, reach_summary, start_in

FREE, PRICED = "Sabohat", "Elbek"
WORDS = "Onajon, tugʻilgan kuningiz muborak! Sizga sogʻliq va uzoq umr tilayman."
FILM = b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + b"\x00\x00\x00\x08free"


async def make_greeting(services: Services, fan: Chatter, delivered: bool = True) -> Video:
    """A rendered greeting of this fan, as the workers would leave it."""
    user = await User.get(telegram_id=fan.person.id)
    request = VideoRequest("sabohat-tongotar", "birthday", "Onajon", WORDS)
    placed = await request_video(services, user, request)
    video = await start_render(placed.video.id)
    assert video is not None
    await services.store.put("films/f.mp4", FILM, "video/mp4")
    made = Rendered("films/f.mp4", "films/f.jpg", "0" * 64, len(FILM), 720, 720, 5000, {}, {"total": 3.0})
    await finish_render(services, video, made)
    if delivered:
        await mark_delivered(video, 1, "")
    return await Video.get(id=video.id)


async def test_an_empty_list_leads_to_the_catalogue(fan: Chatter) -> None:
    await start_in(fan)
    answer = await fan.say("/orders")
    assert "Hali buyurtmangiz yoʻq" in content(answer)
    assert any("Tabrik buyurtma" in label for label in buttons(answer))


async def test_an_unpaid_order_is_paid_from_the_list(fan: Chatter) -> None:
    await start_in(fan)
    await reach_summary(fan, PRICED, WORDS)
    await fan.tap("Toʻlash")
    invoice = await fan.person.wait_for(lambda message: "invoice" in message)
    await fan.say("/orders")
    await fan.tap("Elbek Chaqmoqov → Onajon")
    details = await fan.expect("Toʻlov kutilmoqda")
    assert WORDS in content(details) and (await Order.get()).number in content(details)
    await fan.tap("Toʻlash ⭐ 350")
    pointer = await fan.expect("Hisob shu yerda")
    assert pointer["reply_to_message"]["message_id"] == invoice["message_id"]
    await fan.person.pay(invoice)
    await fan.expect("Navbatdagi")


async def test_a_deleted_invoice_is_sent_anew(fan: Chatter, playground: Control) -> None:
    await start_in(fan)
    await reach_summary(fan, PRICED, WORDS)
    await fan.tap("Toʻlash")
    old = await fan.person.wait_for(lambda message: "invoice" in message)
    await playground.call("DELETE", f"/chats/{fan.person.id}/messages/{old['message_id']}")
    await fan.say("/orders")
    await fan.tap("Elbek")
    await fan.tap("Toʻlash ⭐ 350")
    fresh = await fan.person.wait_for(lambda message: "invoice" in message)
    assert fresh["message_id"] != old["message_id"]
    assert (await fan.person.pay(fresh))["ok"]
    await fan.expect("Navbatdagi")


async def test_cancelling_before_payment_takes_the_invoice_away(fan: Chatter) -> None:
    await start_in(fan)
    await reach_summary(fan, PRICED, WORDS)
    await fan.tap("Toʻlash")
    await fan.person.wait_for(lambda message: "invoice" in message)
    await fan.say("/orders")
    await fan.tap("Elbek")
    assert (await fan.tap("Bekor qilish"))["text"] == "Buyurtma bekor qilindi."
    await fan.expect("✖️ Bekor qilingan")
    assert not [message for message in await fan.person.messages() if "invoice" in message]
    assert (await Order.get()).status is OrderStatus.CANCELLED
    assert (await Video.get()).status is VideoStatus.CANCELLED


async def test_a_delivered_greeting_is_sent_again_shared_and_checked(
    fan: Chatter, services: Services, playground: Control
) -> None:
    await start_in(fan)
    video = await make_greeting(services, fan)
    await fan.say("/orders")
    await fan.tap("✅ Sabohat Tongotar → Onajon")
    details = await fan.expect("✅ Yuborilgan")
    await fan.tap("Videoni yuborish")
    sent = await fan.person.wait_for(lambda message: "video" in message)
    assert "Onajon" in content(sent)
    shared = await fan.person.press(details, text="Ulashish")
    assert shared == {"ok": True, "kind": "inline", "query": f"video_{video.code}", "here": False}
    assert "✅ Haqiqiy tabrik" in content(await fan.say(f"/verify {video.code}"))


async def test_a_clip_that_telegram_knows_is_not_uploaded_again(fan: Chatter, services: Services) -> None:
    await start_in(fan)
    video = await make_greeting(services, fan)
    await fan.say("/orders")
    await fan.tap("Sabohat")
    await fan.tap("Videoni yuborish")
    sent = await fan.person.wait_for(lambda message: "video" in message)
    await Video.filter(id=video.id).update(telegram_file_id=sent["video"]["file_id"])
    await services.store.delete("films/f.mp4")
    await fan.tap("Videoni yuborish")
    again = await fan.person.wait_for(lambda message: "video" in message, after=sent["message_id"])
    assert again["video"]["file_id"] == sent["video"]["file_id"]


async def test_somebody_elses_greeting_is_not_to_be_found(
    fan: Chatter, services: Services, playground: Control
) -> None:
    await start_in(fan)
    await make_greeting(services, fan)
    await fan.say("/orders")
    list_of_mine = await fan.find_button("Sabohat")
    stranger = await User.create(telegram_id=777002, first_name="Begona")
    await Video.all().update(user_id=stranger.id)
    answer = await fan.press(list_of_mine, "Sabohat")
    assert answer["show_alert"] and "topilmadi" in answer["text"]


@pytest.mark.parametrize("asked", ["/verify", "/verify abcdefghjk"])
async def test_an_unknown_code_is_no_greeting_of_ours(fan: Chatter, asked: str) -> None:
    await start_in(fan)
    answer = await fan.say(asked)
    if asked == "/verify":
        answer = await fan.say("https://stario.example/v/abcdefghjk")
    assert "«abcdefghjk»" in content(answer)


async def test_being_forgotten_erases_names_words_and_films(fan: Chatter, services: Services) -> None:
    await start_in(fan)
    video = await make_greeting(services, fan)
    await fan.say("/privacy")
    await fan.tap("Maʼlumotlarimni oʻchirish")
    await fan.tap("Ha, hammasini oʻchiring")
    await fan.expect("Hammasi oʻchirildi")
    assert not await User.filter(telegram_id=fan.person.id).exists()
    kept = await Video.get(id=video.id).select_related("user")
    assert (kept.text, kept.recipient, kept.user.first_name) == ("", "", "")
    assert not await services.store.exists("films/f.mp4")
    assert buttons(await fan.say("/start"))[0] == "Oʻzbekcha", "coming back is a first meeting"


async def test_nobody_is_forgotten_while_a_greeting_is_being_made(fan: Chatter, services: Services) -> None:
    await start_in(fan)
    await make_greeting(services, fan, delivered=False)
    await fan.say("/privacy")
    await fan.tap("Maʼlumotlarimni oʻchirish")
    answer = await fan.tap("Ha, hammasini oʻchiring")
    assert answer["show_alert"] and "tayyorlanmoqda" in answer["text"]
    assert await User.filter(telegram_id=fan.person.id).exists()


async def test_coming_back_after_a_block_brings_what_was_ready(fan: Chatter, services: Services) -> None:
    from db.outbox import OutboxRow

    await start_in(fan)
    await make_greeting(services, fan, delivered=False)
    await User.filter(telegram_id=fan.person.id).update(has_blocked_bot=True)
    await OutboxRow.filter(job="deliver_video").update(done_at=datetime.now(UTC))  # it met the block
    await fan.say("/start")
    assert await OutboxRow.filter(job="deliver_video", done_at=None).count() == 1
    await fan.say("/start")
    assert await OutboxRow.filter(job="deliver_video").count() == 1


@pytest.mark.parametrize("command", ["help", "terms", "privacy", "paysupport", "shop", "quiz"])
async def test_every_promised_page_answers(fan: Chatter, command: str) -> None:
    """With words, and a way on: the menu, or the no of the quiz's question."""
    await start_in(fan)
    answer = await fan.say(f"/{command}")
    ways = ("Menyu", "Yoʻq, rahmat")
    assert len(content(answer)) > 40 and any(way in label for label in buttons(answer) for way in ways)


async def test_commands_and_the_app_button_follow_the_language(fan: Chatter, playground: Control) -> None:
    await start_in(fan, "Ўзбекча")
    await fan.expect("Салом")
    chats = await playground.call("GET", "/chats")
    mine = next(chat for chat in chats if chat["id"] == fan.person.id)
    assert {"command": "orders", "description": "Буюртмаларим"} in mine["commands"]
    assert mine["menu_button"]["web_app"]["url"].endswith("/app/")


async def test_the_bot_introduces_itself_in_every_language_that_telegram_tells_apart(
    services: Services, playground: Control
) -> None:
    await set_up_bot(services)
    newcomer = await playground.new_person("Ivan", language_code="ru")
    chats = await playground.call("GET", "/chats")
    shown = next(chat for chat in chats if chat["id"] == newcomer.id)
    assert {"command": "orders", "description": "Мои заказы"} in shown["commands"]
    assert (await services.telegram.get_my_description(language_code="en")).description.startswith("Stars greet")
    assert shown["menu_button"]["type"] == "web_app"


async def test_the_same_artist_once_more(fan: Chatter, services: Services) -> None:
    await start_in(fan)
    await make_greeting(services, fan)
    await fan.say("/orders")
    await fan.tap("Sabohat")
    await fan.tap("Yana bitta tabrik")
    card = await fan.person.wait_for(lambda message: "photo" in message)
    assert "Sabohat Tongotar" in content(card)
