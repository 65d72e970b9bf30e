"""A fan of whom every room keeps something, and a look into every row and every object for traces of them."""

import json
from dataclasses import dataclass
from typing import Any
from uuid import uuid4

from tortoise.models import Model

import db.models
from bot.greetings.renders import Rendered, finish_render, mark_delivered, start_render
from bot.money.payments import Receipt, record_payment
from bot.parcels.choice import DeliveryChoice
from bot.parcels.deliveries import note_by_hand
from bot.people.people import meet_person
from bot.people.sessions import issue_tokens
from bot.posters.mockups import mockup_key
from bot.posters.posters import PrintFiles, mark_printed
from bot.quiz.card_keys import card_key
from bot.quiz.quizzes import Upload, answer_quiz, give_consent, start_quiz
from bot.services import Services
from bot.shop.carts import add_item
from bot.shop.fulfilment import advance_order, start_order
from bot.shop.lines import Wanted
from bot.shop.orders import place_order
from bot.trivia.trivia import answer_question, find_game, find_trivia, start_game
from db.deliveries import Delivery, DeliveryEvent, DeliveryStatus
from db.orders import Order, OrderItem
from db.posters import Poster, PosterStatus
from db.products import ProductKind
from db.promos import PromoCode
from db.quizzes import AgeGroup, FaceQuiz
from db.reviews import Review
from db.users import User
from db.videos import Video
from tests.flows.money.money_world import paid
from tests.flows.quiz.quiz_world import put_photo
from tests.flows.shop.shopping import ask_for, new_poster, variant
from tests.flows.world import free_artist, order_from, paid_artist
from workers.chores.request_delivery import request_delivery
from workers.rows import Bench

MODELS: list[type[Model]] = [
    model for name in db.models.__all__ if issubclass(model := getattr(db.models, name), Model)
]


@dataclass(frozen=True)
class Marks:
    """What one person would be known by: `word` stands in all of their texts, names and addresses."""

    word: str
    telegram_id: int
    phone: str

    @property
    def texts(self) -> tuple[str, ...]:
        return (self.word, str(self.telegram_id), self.phone)


MADINA = Marks("Nishona", 918_273_645, "+998901112233")
OTHER = Marks("Begonaxon", 817_263_549, "+998904445566")


async def a_whole_life(services: Services, marks: Marks) -> User:
    """Somebody who did everything there is to do, and to whom nothing is owed."""
    user = await meet_person(marks.telegram_id, marks.word, marks.word.lower(), "uz")
    user.email = f"{marks.word.lower()}@example.uz"
    await user.save(update_fields=["email"])
    await issue_tokens(services, user)
    await a_delivered_greeting(services, user, marks)
    await expect_quiz(services, user, marks)
    await a_paid_greeting_in_stars(services, user, marks)
    order = await a_sale(services, user, marks)
    await hand_over(services, order)
    await keep_place(order, marks)
    await a_loose_poster(services, user, marks)
    await add_item(user, Wanted((await variant()).id, 2))
    await two_games(user)
    return user


async def a_delivered_greeting(services: Services, user: User, marks: Marks) -> Video:
    placed = await order_from(services, user, await free_artist(), key=f"chat:{marks.word}")
    video = await _deliver(services, placed.video.id, marks)
    await Review.create(video=video, fragments=[marks.word], reason=f"{marks.word}?")
    await services.store.put(f"videos/{video.id}/2.mp4", b"of a slower attempt", "video/mp4")
    return video


async def a_paid_greeting_in_stars(services: Services, user: User, marks: Marks) -> None:
    placed = await order_from(services, user, await paid_artist())
    order = placed.order
    await Order.filter(id=order.id).update(invoice_chat_id=marks.telegram_id, invoice_message_id=7)
    await record_payment(Receipt("stars", uuid4().hex, order.number, marks.telegram_id, amount_xtr=order.total_xtr))
    await _deliver(services, placed.video.id, marks)


async def _deliver(services: Services, video_id: Any, marks: Marks) -> Video:
    video = await start_render(video_id)
    assert video is not None
    base = f"videos/{video.id}/1"
    for name in ("mp4", "jpg"):
        await services.store.put(f"{base}.{name}", b"film", "video/mp4")
    made = Rendered(f"{base}.mp4", f"{base}.jpg", "0" * 64, 4, 720, 720, 5000, {}, {"total": 3.0})
    assert await finish_render(services, video, made)
    assert await mark_delivered(video, 11, f"file-{marks.word}")
    await Video.filter(id=video.id).update(recipient=marks.word, text=f"Salom, {marks.word}!")
    return await Video.get(id=video.id)


async def expect_quiz(services: Services, user: User, marks: Marks) -> FaceQuiz:
    """Answered a moment ago: its photo still lies there."""
    await give_consent(user, "uz", AgeGroup.GUARDIAN, f"{marks.word} opa")
    started = await start_quiz(services, user, [Upload("image/jpeg", 5)], "chat")
    assert await put_photo(started.links[0], b"photo") == 200
    await FaceQuiz.filter(id=started.quiz.id).update(chat_id=marks.telegram_id, photo_message_id=5)
    artist = await free_artist()
    await answer_quiz(started.quiz, [(artist.id, 71.5)], "engine", {})
    key = card_key(started.quiz.id, "uz", "chat")
    await services.store.put(key, b"card", "image/jpeg")
    await FaceQuiz.filter(id=started.quiz.id).update(card_key=key)
    return started.quiz


async def a_sale(services: Services, user: User, marks: Marks) -> Order:
    """A shirt and a printed poster, paid for with a code; in production."""
    code = await PromoCode.create(code=f"C{marks.telegram_id}"[:9], percent=10)
    choice = DeliveryChoice(
        "courier", marks.word, marks.phone, address=f"{marks.word} koʻchasi, 1", email=user.email or ""
    )
    request = await ask_for("tshirt-white-m", "poster-a4", user=user, delivery=choice, promo_code=code.code)
    order = await place_order(services, user, request)
    await record_payment(paid(order, f"paid-{order.number}"))
    assert await start_order(order.id)
    await print_posters(services, order, marks)
    return await Order.get(id=order.id)


async def print_posters(services: Services, order: Order, marks: Marks) -> None:
    for item in await OrderItem.filter(order_id=order.id).exclude(poster_id=None).select_related("poster"):
        assert item.poster is not None
        await keep_words(services, item.poster, marks)
        base = f"posters/{item.poster.id}/look-print"
        for name in ("pdf", "png"):
            await services.store.put(f"{base}.{name}", b"print", "application/pdf")
        assert await mark_printed(item.poster.id, PrintFiles(f"{base}.pdf", f"{base}.png", "0" * 64, "engine", {}))


async def keep_words(services: Services, poster: Poster, marks: Marks) -> None:
    """Words, a preview, a preview of an older look, and a picture on a mug."""
    preview, older = f"posters/{poster.id}/look.jpg", f"posters/{poster.id}/older.jpg"
    for key in (preview, older, mockup_key(ProductKind.MUG, "white", poster)):
        await services.store.put(key, b"picture", "image/jpeg")
    await Poster.filter(id=poster.id).update(
        recipient=marks.word, words=f"{marks.word} uchun", fragments=[marks.word], preview_key=preview
    )


async def a_loose_poster(services: Services, user: User, marks: Marks) -> Poster:
    """Refused by a validator, never ordered."""
    poster = await new_poster(user, status=PosterStatus.REFUSED)
    await keep_words(services, poster, marks)
    await Poster.filter(id=poster.id).update(review_reason=f"{marks.word}?", request_key=f"chat:{marks.word}")
    return poster


async def send_off(services: Services, order: Order) -> None:
    """The courier has the parcel."""
    await advance_order(order.id)
    await request_delivery(Bench(services, "test"), str(order.id))
    await note_by_hand(order, "handed-over", DeliveryStatus.IN_TRANSIT)


async def hand_over(services: Services, order: Order) -> None:
    """The buyer has it."""
    await send_off(services, order)
    await note_by_hand(order, "delivered", DeliveryStatus.DELIVERED)


async def keep_place(order: Order, marks: Marks) -> None:
    """What a locker would have told."""
    delivery = await Delivery.get(order_id=order.id)
    await Delivery.filter(id=delivery.id).update(place_name=marks.word, parcel_pin=f"pin-{marks.word}")
    await DeliveryEvent.filter(delivery_id=delivery.id).update(place=marks.word)


async def two_games(user: User) -> None:
    """One in private, one in a group where others play too."""
    quiz = await find_trivia("our-stars")
    for chat_id in (user.telegram_id, -1_009_900 - (user.telegram_id or 0) % 1000):
        game = await find_game((await start_game(quiz, user, chat_id, is_group=bool(chat_id and chat_id < 0))).id)
        await answer_question(game, user, 0, 0)


async def every_row() -> dict[str, list[dict[str, Any]]]:
    """All that the database holds, unsealed, by table."""
    return {model.__name__: [_columns(row) for row in await model.all().order_by("id")] for model in MODELS}


def _columns(row: Model) -> dict[str, Any]:
    return {name: repr(getattr(row, name)) for name in row._meta.db_fields}


def traces(rows: dict[str, list[dict[str, Any]]], marks: Marks) -> set[str]:
    """`Table.column` wherever a person may still be known, whatever the case of the letters."""
    wanted = [text.casefold() for text in marks.texts]
    return {
        f"{table}.{column}"
        for table, found in rows.items()
        for row in found
        for column, value in row.items()
        if any(text in value.casefold() for text in wanted)
    }


async def objects_of(services: Services, user: User) -> set[str]:
    """Keys in the store that bear the id of anything this person made."""
    names = [str(row.id) for model in (Video, Poster, FaceQuiz) for row in await model.filter(user_id=user.id)]
    listed = await services.store._client.list_objects_v2(Bucket=services.settings.s3_bucket)  # type: ignore[attr-defined]
    keys = [found["Key"] for found in listed.get("Contents", ())]
    return {key for key in keys if any(name in key for name in names)}


def as_text(kept: dict[str, Any]) -> str:
    return json.dumps(kept, ensure_ascii=False)
