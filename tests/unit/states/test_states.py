"""The state tables: whole, without dead ends nobody meant, and closed to moves that are not in them."""

from uuid import uuid4

import pytest

from bot.states import orders, videos
from db.orders import OrderStatus
from db.videos import VideoStatus


def reachable(table: dict, start: object) -> set:  # type: ignore[type-arg]
    seen, todo = {start}, [start]
    while todo:
        for following in table[todo.pop()] - seen:
            seen.add(following)
            todo.append(following)
    return seen


def test_every_video_state_stands_in_the_table_and_can_be_reached() -> None:
    assert set(videos.ALLOWED) == set(VideoStatus)
    assert reachable(videos.ALLOWED, VideoStatus.IN_REVIEW) == set(VideoStatus)


def test_every_order_state_stands_in_the_table_and_can_be_reached() -> None:
    assert set(orders.ALLOWED) == set(OrderStatus)
    assert reachable(orders.ALLOWED, OrderStatus.DRAFT) == set(OrderStatus)


def test_a_delivered_video_and_a_closed_order_stay_so() -> None:
    for state in (VideoStatus.DELIVERED, VideoStatus.CANCELLED, VideoStatus.EXPIRED, VideoStatus.FAILED):
        assert videos.ALLOWED[state] == set()
    for closed in (OrderStatus.CANCELLED, OrderStatus.EXPIRED, OrderStatus.REFUNDED):
        assert orders.ALLOWED[closed] == set()


async def test_a_move_outside_the_table_is_a_defect_not_a_no() -> None:
    with pytest.raises(ValueError, match="never goes"):
        await videos.change_video(uuid4(), VideoStatus.DELIVERED, VideoStatus.QUEUED)
    with pytest.raises(ValueError, match="never goes"):
        await orders.change_order(uuid4(), OrderStatus.EXPIRED, OrderStatus.PAID)
