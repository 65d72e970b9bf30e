"""The other side of the counter: artists say yes or no to a clip, validators to words."""

from collections.abc import Awaitable, Callable
from uuid import UUID

import pytest
from aiogram.types import InlineKeyboardButton, InlineKeyboardMarkup

from bot.artists.artists import get_artist
from bot.chat.buttons import ClipButton, ReviewButton
from bot.greetings.renders import Rendered, finish_render, start_render
from bot.greetings.reviews import find_review
from bot.greetings.videos import VideoRequest, request_video
from bot.ids import pack_id
from bot.services import Services
from db.reviews import Review, ReviewStatus
from db.users import User
from db.videos import Video, VideoStatus
from tests.control import STAFF_CHAT, Control, Message, buttons
from tests.flows.conftest import Listener
from tests.flows.talking import Chatter, content, reach_summary, start_in

DOUBTFUL = "Onajon, men bu bankni hammaga tavsiya qilaman."


@pytest.fixture
def nodira(listener: Listener, playground: Control) -> Chatter:
    """A validator, in the staff chat."""
    return Chatter(playground.person(30001, STAFF_CHAT))


async def ask_review(services: Services, fan: User, chat_id: int = STAFF_CHAT) -> Review:
    """Words in review and their card in the staff chat, as the workers leave them."""
    request = VideoRequest("sabohat-tongotar", "birthday", "Onajon", "Onajon, muborak boʻlsin!")
    placed = await request_video(services, fan, request)
    await Video.filter(id=placed.video.id).update(status=VideoStatus.IN_REVIEW)
    placed.order.status = placed.order.status.DRAFT
    await placed.order.save()
    review = await Review.create(video=placed.video, categories=["money"], fragments=["bank"])
    packed = pack_id(review.id)
    row = [
        InlineKeyboardButton(text="Mumkin", callback_data=ReviewButton(verdict="yes", review=packed).pack()),
        InlineKeyboardButton(text="Rad etish", callback_data=ReviewButton(verdict="no", review=packed).pack()),
    ]
    sent = await services.telegram.send_message(
        chat_id, "🔎 Tekshirish kerak", reply_markup=InlineKeyboardMarkup(inline_keyboard=[row])
    )
    await Review.filter(id=review.id).update(staff_message_id=sent.message_id)
    return review


@pytest.fixture
def waiting(services: Services, fan: Chatter) -> Callable[[], Awaitable[Review]]:
    async def make() -> Review:
        await start_in(fan)
        return await ask_review(services, await User.get(telegram_id=fan.person.id))

    return make


async def card(nodira: Chatter, review: Review) -> Message:
    fresh = await find_review(review.id)
    return next(m for m in await nodira.person.messages() if m["message_id"] == fresh.staff_message_id)


async def test_a_validators_yes_lets_the_words_through(
    waiting: Callable[[], Awaitable[Review]], nodira: Chatter
) -> None:
    review = await waiting()
    await nodira.press(await card(nodira, review), "Mumkin")
    closed = await nodira.expect("Ruxsat berdi: Nodira")
    assert not buttons(closed) and "Onajon" in content(closed)
    assert (await Video.get()).status is VideoStatus.QUEUED


async def test_a_ready_reason_reaches_the_fan_in_the_fans_language(
    waiting: Callable[[], Awaitable[Review]], nodira: Chatter, fan: Chatter
) -> None:
    review = await waiting()
    await User.filter(telegram_id=fan.person.id).update(language="en")
    await nodira.press(await card(nodira, review), "Rad etish")
    await nodira.press(await card(nodira, review), "Qoʻpol")
    await nodira.expect("Rad etdi: Nodira")
    assert "more warmly" in (await find_review(review.id)).reason
    assert (await Video.get()).status is VideoStatus.REFUSED


async def test_a_validators_own_reason_is_typed_as_a_reply(
    waiting: Callable[[], Awaitable[Review]], nodira: Chatter
) -> None:
    review = await waiting()
    await nodira.press(await card(nodira, review), "Rad etish")
    await nodira.press(await card(nodira, review), "Oʻz sababimni")
    question = await nodira.expect("rad etish sababini")
    await nodira.person.say("Bu orada choy ichamiz")
    assert (await find_review(review.id)).status is ReviewStatus.WAITING
    await nodira.person.say("Bank nomini olib tashlang.", reply_to=question["message_id"])
    await nodira.expect("Bank nomini olib tashlang.")
    assert (await find_review(review.id)).reason == "Bank nomini olib tashlang."


async def test_back_brings_the_two_buttons_again(waiting: Callable[[], Awaitable[Review]], nodira: Chatter) -> None:
    review = await waiting()
    await nodira.press(await card(nodira, review), "Rad etish")
    await nodira.press(await card(nodira, review), "Orqaga")
    assert buttons(await card(nodira, review)) == ["Mumkin", "Rad etish"]


async def test_the_second_validator_learns_that_it_is_decided(
    waiting: Callable[[], Awaitable[Review]], nodira: Chatter, playground: Control
) -> None:
    review = await waiting()
    open_card = await card(nodira, review)
    timur = await User.get(telegram_id=30002)
    await Review.filter(id=review.id).update(status=ReviewStatus.APPROVED, decided_by_id=timur.id)
    answer = await nodira.press(open_card, "Rad etish")
    assert answer["show_alert"] and "hal qilingan" in answer["text"]
    await nodira.expect("Ruxsat berdi: Timur")


async def test_a_fan_cannot_decide_about_words(services: Services, fan: Chatter) -> None:
    await start_in(fan)
    user = await User.get(telegram_id=fan.person.id)
    review = await ask_review(services, user, chat_id=fan.person.id)
    answer = await fan.tap("Mumkin")
    assert answer["show_alert"] and "xodimlar" in answer["text"]
    assert (await find_review(review.id)).status is ReviewStatus.WAITING


async def test_whom_the_configuration_names_is_staff(
    services: Services, fan: Chatter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(services.settings, "staff_ids", [fan.person.id])
    await start_in(fan)
    user = await User.get(telegram_id=fan.person.id)
    review = await ask_review(services, user, chat_id=fan.person.id)
    await fan.tap("Mumkin")
    assert (await find_review(review.id)).status is ReviewStatus.APPROVED


async def test_doubtful_words_say_that_a_person_will_read_them(fan: Chatter) -> None:
    await start_in(fan)
    summary = await reach_summary(fan, "Elbek", DOUBTFUL)
    assert "avval xodimimiz oʻqiydi" in content(summary)
    await fan.tap("Tekshiruvga yuborish")
    await fan.expect("xodimimiz koʻrib chiqmoqda")
    assert (await Video.get()).status is VideoStatus.IN_REVIEW


async def make_clip(services: Services, fan: Chatter, chat_id: int) -> UUID:
    """A clip under the artist's eyes, as the workers leave it."""
    user = await User.get(telegram_id=fan.person.id)
    request = VideoRequest("sabohat-tongotar", "birthday", "Onajon", "Onajon, muborak boʻlsin!")
    placed = await request_video(services, user, request)
    artist = await get_artist("sabohat-tongotar")
    artist.asks_approval = True
    await artist.save()
    video = await start_render(placed.video.id)
    assert video is not None
    made = Rendered("films/f.mp4", "films/f.jpg", "0" * 64, 10, 720, 720, 5000, {}, {"total": 3.0})
    await finish_render(services, video, made)
    packed = pack_id(video.id)
    row = [
        InlineKeyboardButton(text="Tasdiqlayman", callback_data=ClipButton(verdict="yes", video=packed).pack()),
        InlineKeyboardButton(text="Rad etaman", callback_data=ClipButton(verdict="no", video=packed).pack()),
    ]
    await services.telegram.send_message(
        chat_id, "✋ Yangi tabrik", reply_markup=InlineKeyboardMarkup(inline_keyboard=[row])
    )
    return video.id


@pytest.mark.parametrize(
    ("button", "status", "said"),
    [("Tasdiqlayman", VideoStatus.READY, "✅ Tasdiqladingiz"), ("Rad etaman", VideoStatus.REFUSED, "✖️ Rad etdingiz")],
)
async def test_the_artists_tap_decides_once_and_shuts_the_buttons(
    services: Services, fan: Chatter, playground: Control, button: str, status: VideoStatus, said: str
) -> None:
    await start_in(fan)
    artist = Chatter(playground.person((await get_artist_user(services)).telegram_id or 0))
    video_id = await make_clip(services, fan, artist.person.id)
    await artist.tap(button)
    shut = await artist.find_button(said)
    assert buttons(shut) == [said]
    assert (await Video.get(id=video_id)).status is status


async def get_artist_user(services: Services) -> User:
    artist = await get_artist("sabohat-tongotar")
    await artist.fetch_related("user")
    return artist.user


async def test_a_stranger_cannot_approve_a_clip(services: Services, fan: Chatter) -> None:
    await start_in(fan)
    video_id = await make_clip(services, fan, fan.person.id)
    answer = await fan.tap("Tasdiqlayman")
    assert answer["show_alert"] and "topilmadi" in answer["text"]
    assert (await Video.get(id=video_id)).status is VideoStatus.AWAITING_APPROVAL


async def test_an_artist_sees_the_own_figures_at_the_start(
    services: Services, playground: Control, fan: Chatter
) -> None:
    artist = Chatter(playground.person((await get_artist_user(services)).telegram_id or 0))
    menu = await artist.say("/start")
    assert "🎤 Sabohat Tongotar" in content(menu) and "Yuborilgan videolar: 0" in content(menu)
