"""The state tables: whole, without dead ends nobody meant, and closed to moves that are not in them."""

from enum import StrEnum
from uuid import uuid4

import pytest

from bot.states import attempts, deliveries, orders, posters, quizzes, refunds, videos
from db.attempts import AttemptStatus, PaymentAttempt
from db.deliveries import DeliveryStatus
from db.orders import OrderStatus
from db.posters import PosterStatus
from db.quizzes import QuizStatus
from db.videos import VideoStatus

# Each table with the state in which its noun begins and those in which it stays for good.
TABLES = {
    "videos": (videos.ALLOWED, "in_review", {"delivered", "refused", "failed", "cancelled", "expired"}),
    "orders": (orders.ALLOWED, "draft", {"expired", "cancelled", "refunded"}),
    "attempts": (attempts.ALLOWED, "created", {"refunded", "failed", "cancelled", "expired"}),
    "refunds": (refunds.ALLOWED, "requested", {"succeeded", "failed"}),
    "deliveries": (deliveries.ALLOWED, "chosen", {"returned", "canceled"}),
    "posters": (posters.ALLOWED, "draft", {"ready"}),
    "quizzes": (quizzes.ALLOWED, "waiting", {"answered", "refused", "expired"}),
}
Table = dict[StrEnum, set[StrEnum]]


def reachable(table: Table, start: StrEnum) -> set[StrEnum]:
    seen, todo = {start}, [start]
    while todo:
        for following in table[todo.pop()] - seen:
            seen.add(following)
            todo.append(following)
    return seen


@pytest.mark.parametrize(("table", "first", "ends"), TABLES.values(), ids=TABLES)
def test_every_state_stands_in_its_table_and_can_be_reached(table: Table, first: str, ends: set[str]) -> None:
    states = type(next(iter(table)))
    assert set(table) == set(states)
    assert reachable(table, states(first)) == set(states)


@pytest.mark.parametrize(("table", "first", "ends"), TABLES.values(), ids=TABLES)
def test_what_has_ended_stays_so(table: Table, first: str, ends: set[str]) -> None:
    assert {state.value for state, following in table.items() if not following} == ends


async def test_a_move_outside_the_table_is_a_defect_not_a_no() -> None:
    with pytest.raises(ValueError, match="never goes"):
        await videos.change_video(uuid4(), VideoStatus.DELIVERED, VideoStatus.QUEUED)
    with pytest.raises(ValueError, match="never goes"):
        await orders.change_order(uuid4(), OrderStatus.EXPIRED, OrderStatus.PAID)
    with pytest.raises(ValueError, match="never goes"):
        await attempts.change_attempt(PaymentAttempt(id=1), AttemptStatus.FAILED, AttemptStatus.SUCCEEDED)
    with pytest.raises(ValueError, match="never goes"):
        await deliveries.change_delivery(uuid4(), DeliveryStatus.RETURNED, DeliveryStatus.NEW)
    with pytest.raises(ValueError, match="never goes"):
        await posters.change_poster(uuid4(), PosterStatus.READY, PosterStatus.APPROVED)
    with pytest.raises(ValueError, match="never goes"):
        await quizzes.change_quiz(uuid4(), (QuizStatus.WAITING, QuizStatus.ANSWERED), QuizStatus.EXPIRED)
