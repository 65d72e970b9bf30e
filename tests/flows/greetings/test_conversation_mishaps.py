"""What goes wrong in a conversation: each mishap has its words, and none loses or doubles anything."""

import asyncio
import base64
import io

import pytest
from aiogram.types import Update
from PIL import Image
from tortoise.exceptions import DBConnectionError

from bot.greetings.videos import cancel_video
from bot.i18n import text
from bot.services import Services
from db.orders import Order
from db.payments import Payment
from db.users import User
from db.videos import Video, VideoStatus
from handlers import build_dispatcher
from handlers.greeting import steps
from tests.control import Control, buttons
from tests.flows.talking import Chatter, content, forget_redis, reach_recipient, reach_summary, reach_words, start_in

FREE, PRICED = "Sabohat", "Elbek"
WORDS = "Onajon, tugʻilgan kuningiz muborak! Sizga sogʻliq va uzoq umr tilayman."


def picture() -> str:
    out = io.BytesIO()
    Image.new("RGB", (64, 64), "teal").save(out, "JPEG")
    return base64.b64encode(out.getvalue()).decode()


async def test_blocked_words_are_explained_and_the_step_stays(fan: Chatter) -> None:
    await start_in(fan)
    refused = await reach_summary(fan, FREE, "Onajon, menga +998901234567 raqamga qoʻngʻiroq qiling")
    assert "aytib boʻlmaydi" in content(refused) and "•" in content(refused)
    summary = await fan.say(WORDS)
    assert "Hammasi toʻgʻrimi?" in content(summary)
    assert await Video.all().count() == 0


async def test_five_thousand_characters_are_too_many(fan: Chatter) -> None:
    await start_in(fan)
    await reach_words(fan, FREE)
    refused = await fan.say("Tugʻilgan kuningiz muborak boʻlsin! " * 140)
    assert "aytib boʻlmaydi" in content(refused) and "1000" in content(refused).replace("\u00a0", "")
    assert await fan.count("aytib boʻlmaydi") == 1, "the second piece of a long text is no second answer"
    assert "Hammasi toʻgʻrimi?" in content(await fan.say(WORDS))


async def test_the_short_tail_of_a_long_text_is_no_greeting(fan: Chatter) -> None:
    await start_in(fan)
    await reach_words(fan, FREE)
    await fan.say("Tugʻilgan kuningiz muborak! " * 147)
    summary = await fan.say(WORDS)
    assert WORDS in content(summary)
    assert await fan.count("Hammasi toʻgʻrimi?") == 1


async def test_words_longer_than_the_artists_maximum_say_by_how_much(fan: Chatter) -> None:
    await start_in(fan)
    await reach_words(fan, FREE)
    refused = await fan.say("Sizga sogʻliq, baxt va uzoq umr tilayman. " * 20)
    assert "40" in content(refused)


@pytest.mark.parametrize("name", ["\u200b\u200b\u2060", "🎂🎉", "👩‍👩‍👧", "12345", "@malika t.me/malika", "x" * 200])
async def test_a_name_that_cannot_be_said_is_asked_for_again(fan: Chatter, name: str) -> None:
    await start_in(fan)
    await reach_recipient(fan, FREE)
    assert "Ismni yana bir marta yozing" in content(await fan.say(name))
    assert "Onajon" in content(await fan.say("Onajon"))


async def test_a_name_with_an_apostrophe_is_shown_as_it_is_written(fan: Chatter) -> None:
    await start_in(fan)
    question = await reach_words(fan, FREE, "O'g'iljon 🎂")
    assert "O'g'iljon" in content(question)
    assert any("«O'g'iljon»" in label for label in buttons(question))


@pytest.mark.parametrize("kind", ["photo", "sticker", "voice", "document"])
async def test_a_file_where_text_is_due_loses_nothing(fan: Chatter, kind: str) -> None:
    await start_in(fan)
    await reach_recipient(fan, FREE)
    assert "harflar bilan yozing" in content(await fan.send(**{f"{kind}_base64": picture()}))
    await fan.say("Onajon")
    assert "matn qilib yozing" in content(await fan.send(**{f"{kind}_base64": picture()}))
    assert "Hammasi toʻgʻrimi?" in content(await fan.say(WORDS))


async def test_a_picture_out_of_the_blue_is_asked_about(fan: Chatter) -> None:
    """It may be meant for the quiz, or for nothing: nobody looks at it before the person says so."""
    await start_in(fan)
    answer = await fan.send(photo_base64=picture())
    assert buttons(answer) == [text("uz", "quiz-try"), text("uz", "menu-home")]


async def test_an_unknown_command_in_mid_step_is_no_name(fan: Chatter) -> None:
    await start_in(fan)
    await reach_recipient(fan, FREE)
    assert "buyruqni bilmayman" in content(await fan.say("/abracadabra"))
    assert "Onajon" in content(await fan.say("Onajon"))


async def test_commands_in_mid_step_answer_and_the_step_stays(fan: Chatter) -> None:
    await start_in(fan)
    await reach_recipient(fan, FREE)
    assert "Bu qanday ishlaydi" in content(await fan.say("/help"))
    assert "Nima deymiz?" in content(await fan.say("Onajon"))


async def test_a_second_tap_on_order_says_so_and_orders_nothing(fan: Chatter) -> None:
    await start_in(fan)
    summary = await reach_summary(fan, FREE, WORDS)
    taps = [fan.press(summary, "Bepul buyurtma") for _ in range(2)]
    answers = {answer["text"] for answer in await asyncio.gather(*taps)}
    assert any("qabul qilindi" in answer for answer in answers)
    assert any("allaqachon buyurtma qilingan" in answer for answer in answers)
    await fan.expect("Buyurtma №")
    assert await Video.all().count() == 1
    assert await fan.count("Navbatdagi") == 1


async def test_five_taps_at_once_are_one_order(fan: Chatter, services: Services) -> None:
    """Taps that were on their way before the buttons went: played by feeding the same tap with new ids."""
    await start_in(fan)
    summary = await reach_summary(fan, PRICED, WORDS)
    dispatcher = build_dispatcher(services)
    for number in range(5):
        await dispatcher.feed_update(services.telegram, tap_update(fan, summary, "Toʻlash", number))
    assert (await Video.all().count(), await Order.all().count()) == (1, 1)
    invoices = [message for message in await fan.person.messages() if "invoice" in message]
    assert len(invoices) == 1


def tap_update(fan: Chatter, message: dict[str, object], label: str, number: int) -> Update:
    rows = message["reply_markup"]["inline_keyboard"]  # type: ignore[index]
    data = next(button["callback_data"] for row in rows for button in row if label in button["text"])
    query = {
        "id": str(number),
        "from": {"id": fan.person.id, "is_bot": False, "first_name": "Dilnoza"},
        "chat_instance": "1",
        "data": data,
        "message": message,
    }
    return Update.model_validate({"update_id": 9_000_000 + number, "callback_query": query})


async def test_paying_twice_takes_the_money_once(fan: Chatter) -> None:
    await start_in(fan)
    await reach_summary(fan, PRICED, WORDS)
    await fan.tap("Toʻlash")
    invoice = await fan.person.wait_for(lambda message: "invoice" in message)
    first = await fan.person.pay(invoice)
    again = await fan.person.pay(invoice)
    assert first["ok"] and not again["ok"] and "allaqachon toʻlangan" in again["message"]
    await fan.expect("Navbatdagi")
    assert await Payment.all().count() == 1


async def test_an_invoice_of_a_cancelled_order_is_declined_with_the_reason(fan: Chatter) -> None:
    await start_in(fan)
    await reach_summary(fan, PRICED, WORDS)
    await fan.tap("Toʻlash")
    invoice = await fan.person.wait_for(lambda message: "invoice" in message)
    video = await Video.get().select_related("user")
    await cancel_video(video.user, video.id)
    declined = await fan.person.pay(invoice)
    assert (declined["status"], "yopilgan" in declined["message"]) == ("declined", True)


async def test_somebody_elses_invoice_is_declined(fan: Chatter, services: Services) -> None:
    await start_in(fan)
    await reach_summary(fan, PRICED, WORDS)
    await fan.tap("Toʻlash")
    await fan.person.wait_for(lambda message: "invoice" in message)
    other = await User.create(telegram_id=777001, first_name="Begona")
    await Order.all().update(user_id=other.id)
    invoice = await fan.person.wait_for(lambda message: "invoice" in message)
    assert "boshqa kishiniki" in (await fan.person.pay(invoice))["message"]


async def test_a_button_of_an_earlier_draft_explains_itself(fan: Chatter, services: Services) -> None:
    await start_in(fan)
    old = await reach_summary(fan, FREE, WORDS)
    await fan.tap("Bekor qilish")
    await reach_words(fan, PRICED, "Sardor")
    update = tap_update(fan, old, "Bepul buyurtma", 1)
    await build_dispatcher(services).feed_update(services.telegram, update)
    await fan.expect("Bu eski tugma")
    await fan.find_button("Tabrik buyurtma qilish")
    assert await Video.all().count() == 0


async def test_a_forgotten_conversation_opens_the_menu_again(fan: Chatter, services: Services) -> None:
    await start_in(fan)
    await reach_summary(fan, FREE, WORDS)
    await forget_redis(services)
    answer = await fan.tap("Bepul buyurtma")
    assert answer["show_alert"] and "eski tugma" in answer["text"]
    await fan.expect("hozirgi menyu")
    await fan.tap("Tabrik buyurtma qilish")
    await fan.expect("Zarnigor")


async def test_the_same_update_twice_is_one(fan: Chatter, services: Services) -> None:
    """A name that comes twice must not become the words as well."""
    await start_in(fan)
    await reach_recipient(fan, FREE)
    update = message_update(fan, 9_200_000, text="Onajon")
    for dispatcher in (build_dispatcher(services), build_dispatcher(services)):
        await dispatcher.feed_update(services.telegram, update)
    assert await fan.count("Nima deymiz?") == 1
    assert await fan.count("Hammasi toʻgʻrimi?") == 0


async def test_an_update_that_failed_may_come_again(
    fan: Chatter, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    await start_in(fan)
    await reach_recipient(fan, FREE)
    update = message_update(fan, 9_200_001, text="Onajon")
    with monkeypatch.context() as broken, pytest.raises(DBConnectionError):
        broken.setattr(steps, "list_prompts", fail_to_connect)
        await build_dispatcher(services).feed_update(services.telegram, update)
    await build_dispatcher(services).feed_update(services.telegram, update)
    assert await fan.count("Nima deymiz?") == 1


async def fail_to_connect(*_: object) -> None:
    raise DBConnectionError("the database is away")


def message_update(fan: Chatter, number: int, **content: object) -> Update:
    user = {"id": fan.person.id, "is_bot": False, "first_name": "Dilnoza"}
    chat = {"id": fan.person.id, "type": "private", "first_name": "Dilnoza"}
    message = {"message_id": number, "date": 1, "chat": chat, "from": user, **content}
    return Update.model_validate({"update_id": number, "message": message})


async def test_the_same_payment_twice_is_one(fan: Chatter, playground: Control) -> None:
    await start_in(fan)
    await reach_summary(fan, PRICED, WORDS)
    await fan.tap("Toʻlash")
    invoice = await fan.person.wait_for(lambda message: "invoice" in message)
    await playground.make_fault("duplicate", times=2)
    await fan.person.pay(invoice)
    await fan.expect("Navbatdagi")
    assert await Payment.all().count() == 1
    assert await fan.count("Navbatdagi") == 1


async def test_a_payment_for_an_order_that_no_longer_waits_is_announced_as_coming_back(
    fan: Chatter, services: Services
) -> None:
    await start_in(fan)
    await reach_summary(fan, PRICED, WORDS)
    await fan.tap("Toʻlash")
    await fan.person.wait_for(lambda message: "invoice" in message)
    order, video = await Order.get(), await Video.get().select_related("user")
    await cancel_video(video.user, video.id)
    paid = {
        "currency": "XTR",
        "total_amount": 350,
        "invoice_payload": order.number,
        "telegram_payment_charge_id": "stx-late",
        "provider_payment_charge_id": "p",
    }
    update = message_update(fan, 9_100_000, successful_payment=paid)
    await build_dispatcher(services).feed_update(services.telegram, update)
    await fan.expect("Bu toʻlov ortiqcha edi")
    assert (await Video.get()).status is VideoStatus.CANCELLED


async def test_a_busy_telegram_is_waited_for(fan: Chatter, playground: Control) -> None:
    await start_in(fan)
    await reach_recipient(fan, FREE)
    await playground.make_fault("429", "sendMessage", retry_after=1)
    assert "Nima deymiz?" in content(await fan.say("Onajon"))
    assert await fan.count("Nima deymiz?") == 1


@pytest.mark.parametrize("kind", ["500", "reset"])
async def test_a_failed_answer_is_apologised_for_and_the_step_stays(
    fan: Chatter, playground: Control, kind: str
) -> None:
    await start_in(fan)
    await reach_recipient(fan, FREE)
    await playground.make_fault(kind, "sendMessage")
    assert "Hech narsa yoʻqolmadi" in content(await fan.say("Onajon"))
    assert "Nima deymiz?" in content(await fan.say("Onajon"))
    assert "Hammasi toʻgʻrimi?" in content(await fan.say(WORDS))


async def test_a_fan_who_blocked_the_bot_is_no_error_and_is_met_again(fan: Chatter, playground: Control) -> None:
    await start_in(fan)
    await reach_summary(fan, FREE, WORDS)
    await playground.make_fault("403", "sendMessage")
    await fan.tap("Bepul buyurtma")
    await fan.expect("Buyurtma №")
    assert (await User.get(telegram_id=fan.person.id)).has_blocked_bot
    await fan.say("/start")
    assert not (await User.get(telegram_id=fan.person.id)).has_blocked_bot
    assert await Video.all().count() == 1


async def test_the_bot_keeps_silent_in_groups(fan: Chatter, playground: Control) -> None:
    colleague = playground.person(30001, -1001000000001)
    before = len(await colleague.messages())
    await colleague.say("Salom hammaga, bugun kim navbatchi?")
    await start_in(fan)
    assert len(await colleague.messages()) == before + 1
