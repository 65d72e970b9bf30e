"""Forgotten means gone from every table and the store; the books stay; a no leaves everything as it was."""

import pytest

from bot.errors import Conflict
from bot.money.expiry import close_unpaid
from bot.money.payments import Receipt, record_payment
from bot.money.refunds import fail_refund, finish_refund, request_refund
from bot.parcels.deliveries import note_by_hand
from bot.privacy.erasing import erase_person
from bot.services import Services
from bot.states.posters import ring_print
from bot.trivia.trivia import sum_game
from db.attempts import AttemptStatus
from db.carts import Cart
from db.deliveries import DeliveryStatus
from db.ledger import LedgerEntry
from db.orders import Order, OrderStatus
from db.payments import Payment
from db.refunds import Refund
from db.trivia import TriviaAnswer, TriviaGame
from db.users import Role, User
from db.videos import Video, VideoStatus
from tests.flows.money.money_world import hold_for, new_variant, paid, place_goods
from tests.flows.privacy.privacy_world import (
    MADINA,
    OTHER,
    a_sale,
    a_whole_life,
    every_row,
    objects_of,
    send_off,
    traces,
)
from tests.flows.shop.shopping import new_poster
from tests.flows.world import free_artist, new_fan, order_from, paid_artist

SUMS = ("number", "status", "total_uzs", "total_xtr", "goods_uzs", "discount_uzs", "delivery_uzs", "promo_code")
BOOKS = ("LedgerEntry", "OrderItem", "Refund", "FiscalReceipt", "PromoUse", "Reservation", "ProviderEvent")
PERSONAL = {  # where a whole life leaves traces; the fixture would be no test without them
    "DeliveryEvent.place",
    "Delivery.address",
    "Delivery.contact_email",
    "Delivery.contact_name",
    "Delivery.contact_phone",
    "Delivery.parcel_pin",
    "Delivery.place_name",
    "FaceQuiz.chat_id",
    "Order.invoice_chat_id",
    "Payment.payer_id",
    "PaymentAttempt.payer_id",
    "Poster.fragments",
    "Poster.recipient",
    "Poster.request_key",
    "Poster.review_reason",
    "Poster.words",
    "QuizConsent.guardian_name",
    "Review.fragments",
    "Review.reason",
    "TriviaGame.chat_id",
    "User.email",
    "User.first_name",
    "User.telegram_id",
    "User.username",
    "Video.chat_id",
    "Video.recipient",
    "Video.request_key",
    "Video.telegram_file_id",
    "Video.text",
}


async def expect_refusal(services: Services, user: User) -> str:
    """The key of the no, after which every row and every object is as it was."""
    before = await every_row(), await objects_of(services, user)
    with pytest.raises(Conflict) as conflict:
        await erase_person(services, user)
    assert (await every_row(), await objects_of(services, user)) == before
    return conflict.value.key


async def test_nothing_of_a_forgotten_person_is_left_but_sums(services: Services) -> None:
    user, other = await a_whole_life(services, MADINA), await a_whole_life(services, OTHER)
    before, theirs = await every_row(), await objects_of(services, other)
    assert traces(before, MADINA) == PERSONAL
    assert len(await objects_of(services, user)) == 15
    await erase_person(services, user)
    after = await every_row()
    assert traces(after, MADINA) == set()
    assert await objects_of(services, user) == set()
    assert traces(after, OTHER) == PERSONAL and await objects_of(services, other) == theirs
    for table in BOOKS:
        assert after[table] == before[table], table
    assert [[row[name] for name in SUMS] for row in after["Order"]] == [
        [row[name] for name in SUMS] for row in before["Order"]
    ]
    assert await LedgerEntry.all().count() > 0
    assert await Cart.filter(user_id=user.id).count() == 0 and await Cart.filter(user_id=other.id).count() == 1


async def test_a_group_keeps_the_points_of_the_others(services: Services) -> None:
    user, other = await a_whole_life(services, MADINA), await new_fan()
    group = await TriviaGame.get(host_id=user.id, is_group=True)
    await TriviaAnswer.create(game=group, user=other, position=0, choice=0, is_right=True, points=9, milliseconds=1)
    await erase_person(services, user)
    assert [(score.name, score.points) for score in await sum_game(group)] == [(other.first_name, 9)]
    assert not await TriviaGame.filter(host_id=user.id, is_group=False).exists()


async def test_what_broke_may_be_tried_again(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    user = await a_whole_life(services, MADINA)
    whole, calls = services.store.delete, 0

    async def fail_in_the_middle(key: str) -> None:
        nonlocal calls
        calls += 1
        if calls == 12:
            raise OSError("the store is away")
        await whole(key)

    monkeypatch.setattr(services.store, "delete", fail_in_the_middle)
    with pytest.raises(OSError, match="away"):
        await erase_person(services, user)
    again = await User.get(telegram_id=MADINA.telegram_id)
    await erase_person(services, again)
    assert traces(await every_row(), MADINA) == set() and await objects_of(services, user) == set()


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.FAN])
async def test_staff_and_artists_have_a_contract(services: Services, role: Role) -> None:
    user = await new_fan()
    user.role = role
    await user.save(update_fields=["role"])
    assert await expect_refusal(services, user) == "settings-erase-contract"


async def test_an_artist_has_a_contract_whatever_the_role(services: Services) -> None:
    user, artist = await new_fan(), await free_artist()
    artist.user_id = user.id
    await artist.save(update_fields=["user_id"])
    assert await expect_refusal(services, user) == "settings-erase-contract"


async def test_a_greeting_that_is_being_made_refuses_and_cancels_nothing(services: Services) -> None:
    user = await a_whole_life(services, MADINA)
    await order_from(services, user, await paid_artist())  # unpaid; a no leaves it waiting
    await order_from(services, user, await free_artist(), text="Onajon, sogʻ boʻling, bayram muborak!")
    assert await expect_refusal(services, user) == "settings-erase-later"
    assert await Order.filter(user_id=user.id, status=OrderStatus.AWAITING_PAYMENT).count() == 1


async def test_a_print_that_is_being_drawn_refuses(services: Services) -> None:
    user = await new_fan()
    await ring_print(await new_poster(user))
    assert await expect_refusal(services, user) == "settings-erase-later"


async def test_a_parcel_refuses_until_it_is_handed_over(services: Services) -> None:
    user = await a_whole_life(services, MADINA)
    order = await a_sale(services, user, OTHER)
    assert await expect_refusal(services, user) == "settings-erase-parcel"
    await send_off(services, order)
    assert await expect_refusal(services, user) == "settings-erase-parcel"
    await note_by_hand(order, "delivered", DeliveryStatus.DELIVERED)
    await erase_person(services, user)
    assert traces(await every_row(), MADINA) == traces(await every_row(), OTHER) == set()


async def test_money_on_its_way_back_refuses_until_it_is_there(services: Services) -> None:
    user = await a_whole_life(services, MADINA)
    payment = await Payment.get(order__user_id=user.id, provider="stars")
    refund = await request_refund(payment, "ops-refund-by-operator")
    assert await expect_refusal(services, user) == "settings-erase-money"
    await fail_refund(refund, "away")
    assert await expect_refusal(services, user) == "settings-erase-money"
    await finish_refund(await request_refund(payment, "ops-refund-by-operator"), "back")
    await erase_person(services, user)
    assert traces(await every_row(), MADINA) == set()
    assert await Refund.filter(payment_id=payment.id).count() == 2


async def test_money_that_nobody_waited_for_refuses(services: Services) -> None:
    user = await new_fan()
    order = await place_goods(user, {await new_variant(): 1})
    await Order.filter(id=order.id).update(expires_at=None)
    await record_payment(Receipt("payme", "too-little", order.number, None, amount_uzs=order.total_uzs - 1))
    assert await expect_refusal(services, user) == "settings-erase-money"


async def test_an_order_that_is_just_being_paid_refuses(services: Services) -> None:
    user = await new_fan()
    attempt = await hold_for(await place_goods(user, {await new_variant(): 1}), "payme", "held")
    assert attempt.status is AttemptStatus.PENDING
    assert await expect_refusal(services, user) == "payment-attempt-active"


async def test_whoever_pays_at_the_last_moment_is_not_forgotten(
    services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = await a_whole_life(services, MADINA)
    late = await place_goods(user, {await new_variant(): 1})

    async def be_too_late(order: Order, status: OrderStatus) -> bool:
        await record_payment(paid(order, "late"))
        return await close_unpaid(order, status)

    monkeypatch.setattr("bot.money.privacy.close_unpaid", be_too_late)
    with pytest.raises(Conflict):
        await erase_person(services, user)
    assert (await Order.get(id=late.id)).status is OrderStatus.PAID
    assert traces(await every_row(), MADINA) == PERSONAL


async def test_what_waits_for_money_is_cancelled(services: Services) -> None:
    user = await new_fan()
    goods = await place_goods(user, {await new_variant(on_hand=1): 1})
    placed = await order_from(services, user, await paid_artist())
    await erase_person(services, user)
    for order in (goods, placed.order):
        assert (await Order.get(id=order.id)).status is OrderStatus.CANCELLED
    video = await Video.get(id=placed.video.id)
    assert (video.status, video.text) == (VideoStatus.CANCELLED, "")
