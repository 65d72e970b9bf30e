"""The greeting conversation, played through the playground: from /start to an order, and all ways back."""

import pytest

from bot.artists.artists import get_artist, list_artists
from bot.money.orders import order_of
from bot.services import Services
from db.orders import OrderStatus
from db.payments import Payment, PaymentStatus
from db.users import User
from db.videos import Video, VideoStatus
from tests.control import Control, buttons
from tests.flows.conftest import Listener
from tests.flows.talking import Chatter, content, reach_recipient, reach_summary, reach_words, start_in

FREE = "Sabohat"
PRICED = "Elbek"
PLAIN = "Onajon, tug'ilgan kuningiz muborak!"
WORDS = "Onajon, tugʻilgan kuningiz muborak! Sizga sogʻliq va uzoq umr tilayman."
LANGUAGES = {  # what a person taps in each language, from the menu to the order
    "Oʻzbekcha": ("Tabrik buyurtma qilish", "Tugʻilgan kun", "Shu soʻzlar", "Bepul buyurtma", "Buyurtma №"),
    "Ўзбекча": ("Табрик буюртма қилиш", "Туғилган кун", "Шу сўзлар", "Бепул буюртма", "Буюртма №"),
    "Русский": ("Заказать поздравление", "День рождения", "Взять эти слова", "Заказать бесплатно", "Заказ №"),
    "English": ("Order a greeting", "Birthday", "Use these words", "Order for free", "Order №"),
}


async def test_a_free_greeting_goes_from_start_to_the_queue(fan: Chatter) -> None:
    await start_in(fan)
    summary = await reach_summary(fan, FREE, WORDS)
    assert "/ 40 soniya" in content(summary) and "Bepul" in content(summary)
    assert (await fan.tap("Bepul buyurtma"))["text"] == "Buyurtma qabul qilindi!"
    await fan.expect("Navbatdagi")
    video = await Video.get()
    assert (video.status, video.recipient, video.text) == (VideoStatus.QUEUED, "Onajon", WORDS)
    assert video.status_message_id is not None


async def test_a_priced_greeting_is_queued_once_it_is_paid(fan: Chatter) -> None:
    await start_in(fan)
    await reach_summary(fan, PRICED, PLAIN)
    await fan.tap("Toʻlash ⭐ 350")
    invoice = await fan.person.wait_for(lambda message: "invoice" in message)
    video = await Video.get()
    assert video.status is VideoStatus.AWAITING_PAYMENT
    assert (await fan.person.pay(invoice))["ok"]
    await fan.expect("Navbatdagi")
    payment = await Payment.get().select_related("order")
    assert (payment.amount_xtr, payment.status) == (350, PaymentStatus.SUCCEEDED)
    assert payment.order.status is OrderStatus.PAID
    assert (await Video.get()).status is VideoStatus.QUEUED


@pytest.mark.parametrize("language", LANGUAGES)
async def test_the_whole_way_in_every_language(fan: Chatter, language: str) -> None:
    menu, occasion, use, order, ordered = LANGUAGES[language]
    await start_in(fan, language)
    await fan.find_button(menu)
    card = await fan.say("sabohat")
    assert "photo" in card
    await fan.tap(menu)
    await fan.tap(occasion)
    await fan.say("Малика" if language in ("Ўзбекча", "Русский") else "Malika")
    await fan.tap(use)
    await fan.tap(order)
    await fan.expect(ordered)
    assert (await Video.get()).status is VideoStatus.QUEUED


async def test_the_first_meeting_asks_for_a_language_and_later_ones_do_not(fan: Chatter) -> None:
    hello = await fan.say("/start")
    assert buttons(hello) == ["Oʻzbekcha", "Ўзбекча", "Русский", "English"]
    await fan.tap("Русский")
    await fan.expect("Здравствуйте, Dilnoza")
    assert "Здравствуйте, Dilnoza" in content(await fan.say("/start"))
    await fan.say("/language")
    await fan.tap("English")
    await fan.expect("Hello, Dilnoza")


async def test_a_deep_link_leads_through_the_first_meeting_to_the_artist(fan: Chatter) -> None:
    await start_in(fan, payload="artist_elbek-chaqmoqov")
    card = await fan.expect("Elbek Chaqmoqov")
    assert "photo" in card and "⭐ 350" in content(card)


async def test_a_deep_link_to_nobody_says_so_and_opens_the_menu(fan: Chatter) -> None:
    await start_in(fan)
    await fan.say("/start artist_nobody-here")
    await fan.expect("Boshqasini tanlang")
    await fan.find_button("Tabrik buyurtma qilish")


async def test_the_catalogue_turns_its_own_pages(fan: Chatter) -> None:
    await start_in(fan)
    await fan.tap("Tabrik buyurtma qilish")
    first = await fan.expect("Zarnigor Bahoriy")
    everybody = (await list_artists(limit=100)).total
    assert f"1 / {everybody}" in buttons(first) and "photo" in first
    await fan.press(first, "▶️")
    second_name = (await list_artists(limit=2)).items[1].name
    second = await fan.expect(second_name)
    assert second["message_id"] == first["message_id"]
    assert second["photo"][-1]["file_unique_id"] != first["photo"][-1]["file_unique_id"]
    await fan.press(second, "◀️")
    again = await fan.expect("Zarnigor Bahoriy")
    assert again["photo"][-1]["file_unique_id"] == first["photo"][-1]["file_unique_id"]


async def test_a_portrait_is_uploaded_once_for_everybody(fan: Chatter, playground: Control) -> None:
    await start_in(fan)
    await fan.say(FREE)
    neighbour = Chatter(await playground.new_person("Sardor"))
    await start_in(neighbour)
    mine, theirs = await fan.expect("Sabohat"), await neighbour.say(FREE)
    assert mine["photo"][-1]["file_id"] == theirs["photo"][-1]["file_id"]


async def test_categories_narrow_the_catalogue(fan: Chatter) -> None:
    await start_in(fan)
    await fan.tap("Yoʻnalishlar")
    await fan.tap("Futbol")
    card = await fan.expect("Elbek Chaqmoqov")
    assert not any("/" in label for label in buttons(card)), "one footballer needs no pages"


@pytest.mark.parametrize("search", ["Зарнигор", "zarnigor", "BAHORIY", "баҳорий", "Gʻayrat", "g'ayrat", "Ғайрат"])
async def test_search_finds_a_star_in_either_script(fan: Chatter, search: str) -> None:
    await start_in(fan)
    card = await fan.say(search)
    assert "photo" in card, content(card)


async def test_a_search_for_nobody_offers_everybody(fan: Chatter) -> None:
    await start_in(fan)
    answer = await fan.say("<Beyonse> & Co")
    assert "«<Beyonse> & Co»" in content(answer)
    assert "Barcha yulduzlar" in buttons(answer)


async def test_words_typed_over_an_open_catalogue_search_it(fan: Chatter) -> None:
    await start_in(fan)
    await fan.tap("Tabrik buyurtma qilish")
    old = await fan.expect("Zarnigor Bahoriy")
    await fan.say("elbek")
    await fan.person.wait_for(lambda m: m["message_id"] == old["message_id"] and not buttons(m), seconds=10)


async def test_the_artists_own_words_carry_the_name(fan: Chatter) -> None:
    await start_in(fan)
    question = await reach_words(fan, FREE, "Malika")
    assert "Malika," in content(question)
    await fan.tap("Shu soʻzlar")
    summary = await fan.expect("Hammasi toʻgʻrimi?")
    await fan.tap("Bepul buyurtma")
    await fan.expect("Buyurtma №")
    video = await Video.get()
    assert video.text.startswith("Malika,") and video.text in content(summary)


async def test_the_artists_words_can_be_copied_and_changed(fan: Chatter) -> None:
    await start_in(fan)
    question = await reach_words(fan, FREE, "Malika")
    copied = await fan.person.press(question, text="📋 Nusxa olib, tahrirlash")
    assert copied["kind"] == "copy"
    await fan.say(copied["text"] + " Doim kulib yuring!")
    await fan.expect("Doim kulib yuring!")


async def test_back_returns_step_by_step_and_keeps_what_was_said(fan: Chatter) -> None:
    await start_in(fan)
    await reach_summary(fan, FREE, WORDS)
    await fan.tap("Orqaga")
    await fan.find_button("Yozganim qolsin")
    await fan.tap("Orqaga")
    await fan.find_button("«Onajon» qolsin")
    await fan.tap("Orqaga")
    await fan.tap("Toʻy")
    await fan.tap("«Onajon» qolsin")
    await fan.tap("Yozganim qolsin")
    summary = await fan.expect("Hammasi toʻgʻrimi?")
    assert "Toʻy" in content(summary) and WORDS in content(summary)


async def test_back_from_the_occasion_is_the_artists_card(fan: Chatter) -> None:
    await start_in(fan)
    await fan.say(FREE)
    await fan.tap("Tabrik buyurtma qilish")
    await fan.tap("Orqaga")
    await fan.find_button("Tabrik buyurtma qilish")


@pytest.mark.parametrize("step", ["occasion", "recipient", "words", "summary"])
async def test_cancel_works_at_every_step(fan: Chatter, step: str) -> None:
    await start_in(fan)
    await walk_to(fan, step)
    await fan.tap("Bekor qilish")
    await fan.expect("bekor qildik")
    assert "photo" in await fan.say(FREE), "after cancelling, words are a search again"
    assert await Video.all().count() == 0


async def walk_to(fan: Chatter, step: str) -> None:
    if step == "occasion":
        await fan.say(FREE)
        await fan.tap("Tabrik buyurtma qilish")
    elif step == "recipient":
        await reach_recipient(fan, FREE)
    elif step == "words":
        await reach_words(fan, FREE)
    else:
        await reach_summary(fan, FREE, WORDS)


async def test_new_words_on_the_summary_replace_the_old_ones(fan: Chatter) -> None:
    await start_in(fan)
    await reach_summary(fan, FREE, WORDS)
    summary = await fan.say("Onajon, bayramingiz muborak boʻlsin!")
    assert "bayramingiz muborak boʻlsin" in content(summary) and WORDS not in content(summary)


async def test_the_way_survives_a_restart_in_the_middle(fan: Chatter, listener: Listener) -> None:
    await start_in(fan)
    await reach_recipient(fan, FREE)
    await listener.restart()
    await fan.say("Onajon")
    await listener.restart()
    await fan.say(WORDS)
    await listener.restart()
    await fan.tap("Bepul buyurtma")
    await fan.expect("Buyurtma №")
    assert (await Video.get()).recipient == "Onajon"


async def test_a_sample_is_played_and_kept_by_telegram(fan: Chatter, services: Services) -> None:
    artist = await get_artist("sabohat-tongotar")
    await services.store.put("samples/s.mp4", tiny_video(), "video/mp4")
    artist.sample_keys = {"uz": "samples/s.mp4"}
    await artist.save()
    await start_in(fan)
    await fan.say(FREE)
    await fan.tap("Namunani koʻrish")
    first = await fan.person.wait_for(lambda message: "video" in message)
    await fan.tap("Namunani koʻrish")
    second = await fan.person.wait_for(lambda message: "video" in message, after=first["message_id"])
    assert first["video"]["file_id"] == second["video"]["file_id"]


def tiny_video() -> bytes:
    # The playground looks at the first boxes only.
    return b"\x00\x00\x00\x18ftypmp42\x00\x00\x00\x00mp42isom" + b"\x00\x00\x00\x08free"


async def test_an_order_remembers_who_asked_in_which_language(fan: Chatter) -> None:
    await start_in(fan, "Русский")
    user = await User.get(telegram_id=fan.person.id)
    assert (user.language, user.has_chosen_language) == ("ru", True)
    await fan.say("Sabohat")
    await fan.tap("Заказать поздравление")
    await fan.tap("День рождения")
    await fan.say("Мамочка")
    await fan.say("Мамочка, с днём рождения! Здоровья и радости тебе!")
    await fan.tap("Заказать бесплатно")
    await fan.expect("Заказ №")
    video = await Video.get()
    assert (video.language, video.viewer_language) == ("ru", "ru")
    assert (await order_of(video)).status is OrderStatus.PAID
