"""Goods for so'm in the chat: the provider's token, the limits of an amount, shipping that a person chooses."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest
from aiogram import Dispatcher
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import LabeledPrice, Message, PreCheckoutQuery, ShippingOption, ShippingQuery

from bot.merchants import provider_token
from tests.contracts.telegram.bot_api_house import FAN, House


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    house = await House(tmp_path).open()
    await house.say("/start")
    yield house
    await house.close()


def goods(house: House, amount: int = 5_000_000, **more: Any) -> dict[str, Any]:
    return {
        "title": "Futbolka",
        "description": "Qora, M",
        "payload": "order:8",
        "currency": "UZS",
        "provider_token": provider_token(house.settings),
        "prices": [LabeledPrice(label="Futbolka", amount=amount)],
        "need_shipping_address": True,
        "is_flexible": True,
        **more,
    }


def counter() -> tuple[Dispatcher, asyncio.Queue[Message]]:
    dispatcher, paid = Dispatcher(), asyncio.Queue[Message]()

    @dispatcher.shipping_query()
    async def ship(query: ShippingQuery) -> None:
        options = [
            ShippingOption(id="pickup", title="Olib ketish", prices=[LabeledPrice(label="Olib ketish", amount=0)]),
            ShippingOption(id="courier", title="Kuryer", prices=[LabeledPrice(label="Kuryer", amount=2_500_000)]),
        ]
        await query.answer(ok=True, shipping_options=options)

    @dispatcher.pre_checkout_query()
    async def check(query: PreCheckoutQuery) -> None:
        await query.answer(ok=True)

    @dispatcher.message()
    async def keep(message: Message) -> None:
        if message.successful_payment:
            paid.put_nowait(message)

    return dispatcher, paid


async def test_the_chosen_shipping_is_added_and_told(house: House) -> None:
    dispatcher, paid = counter()
    await house.bot.send_invoice(FAN, **goods(house))
    invoice = (await house.chat())[-1]
    path = f"/control/chats/{FAN}/messages/{invoice['message_id']}"
    async with house.polling(dispatcher):
        offered = await house.call("POST", f"{path}/shipping", from_id=FAN)
        assert [option["id"] for option in offered["shipping_options"]] == ["pickup", "courier"]
        outcome = await house.call("POST", f"{path}/pay", from_id=FAN, shipping_option_id="courier")
        payment = (await asyncio.wait_for(paid.get(), 5)).successful_payment
        await house.call("POST", f"{path}/pay", 422, from_id=FAN, shipping_option_id="drone")
        refused = await house.call("POST", f"{path}/pay", from_id=FAN, action="decline")
    assert outcome["ok"] and payment
    assert (payment.total_amount, payment.shipping_option_id) == (7_500_000, "courier")
    assert payment.order_info and payment.order_info.shipping_address
    assert (refused["ok"], refused["status"]) == (False, "failed") and paid.empty()


@pytest.mark.parametrize(
    ("wrong", "words"),
    [
        ({"provider_token": ""}, "PAYMENT_PROVIDER_INVALID"),
        ({"provider_token": "1:TEST:else"}, "PAYMENT_PROVIDER_INVALID"),
        ({"amount": 1_000_000}, "CURRENCY_TOTAL_AMOUNT_INVALID"),
        ({"amount": 12_000_000_100}, "CURRENCY_TOTAL_AMOUNT_INVALID"),
        ({"max_tip_amount": 100, "suggested_tip_amounts": [50, 200]}, "TIP_AMOUNTS_INVALID"),
        ({"prices": [LabeledPrice(label=" ", amount=5_000_000)]}, "INVOICE_PRICE_LABEL_EMPTY"),
    ],
)
async def test_a_wrong_invoice_is_refused(house: House, wrong: dict[str, Any], words: str) -> None:
    with pytest.raises(TelegramBadRequest, match=words):
        await house.bot.send_invoice(FAN, **goods(house, **wrong))
