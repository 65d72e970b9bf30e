"""Stars in the playground: checkout, balances, old invoices, refunds, invoice links."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from aiogram import Dispatcher
from aiogram.exceptions import TelegramBadRequest
from aiogram.types import LabeledPrice, Message, PreCheckoutQuery

from tests.contracts.telegram.bot_api_house import FAN, House
from webapp.playground import payments

INVOICE = {"title": "Tabrik", "description": "Video tabrik", "payload": "order:7", "currency": "XTR"}
PRICES = [LabeledPrice(label="Tabrik", amount=150)]


@pytest.fixture
async def house(tmp_path: Path) -> AsyncIterator[House]:
    house = await House(tmp_path).open()
    await house.say("/start")
    yield house
    await house.close()


def cashier(ok: bool = True) -> tuple[Dispatcher, asyncio.Queue[Message]]:
    dispatcher, paid = Dispatcher(), asyncio.Queue[Message]()

    @dispatcher.pre_checkout_query()
    async def check(query: PreCheckoutQuery) -> None:
        await query.answer(ok, error_message=None if ok else "Bu buyurtma yopilgan")

    @dispatcher.message()
    async def keep(message: Message) -> None:
        if message.successful_payment:
            paid.put_nowait(message)

    return dispatcher, paid


async def test_an_invoice_is_paid_twice_and_refunded_once(house: House) -> None:
    dispatcher, paid = cashier()
    await house.bot.send_invoice(FAN, **INVOICE, prices=PRICES, provider_token="")
    invoice = (await house.chat())[-1]
    assert invoice["reply_markup"]["inline_keyboard"][0][0]["pay"] is True
    async with house.polling(dispatcher):
        first = await house.pay(invoice)
        second = await house.press(invoice, text="Pay")
        message = await asyncio.wait_for(paid.get(), 5)
    assert (first["ok"], first["status"], second["stars"]) == (True, "paid", 9_700)
    payment = message.successful_payment
    assert payment and payment.invoice_payload == "order:7"
    assert payment.telegram_payment_charge_id == first["telegram_payment_charge_id"]
    assert second["telegram_payment_charge_id"] != first["telegram_payment_charge_id"]
    assert (await house.bot.get_my_star_balance()).amount == 300
    await house.bot.refund_star_payment(FAN, payment.telegram_payment_charge_id)
    with pytest.raises(TelegramBadRequest, match="CHARGE_ALREADY_REFUNDED"):
        await house.bot.refund_star_payment(FAN, payment.telegram_payment_charge_id)
    assert (await house.call("GET", f"/control/users/{FAN}"))["stars"] == 9_850
    transactions = (await house.bot.get_star_transactions()).transactions
    assert [bool(row.source) for row in transactions].count(False) == 1
    assert "refunded_payment" in (await house.chat())[-1]


async def test_a_declined_checkout_says_why_and_takes_nothing(house: House) -> None:
    dispatcher, _ = cashier(ok=False)
    await house.bot.send_invoice(FAN, **INVOICE, prices=PRICES, provider_token="")
    async with house.polling(dispatcher):
        outcome = await house.pay((await house.chat())[-1])
    assert (outcome["ok"], outcome["status"], outcome["stars"]) == (False, "declined", 10_000)
    assert outcome["message"] == "Bu buyurtma yopilgan"


async def test_a_silent_checkout_fails_in_time(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    assert payments.CHECKOUT_SECONDS == 10
    monkeypatch.setattr(payments, "CHECKOUT_SECONDS", 0.1)
    await house.bot.send_invoice(FAN, **INVOICE, prices=PRICES, provider_token="")
    outcome = await house.pay((await house.chat())[-1])
    assert (outcome["ok"], outcome["status"], outcome["stars"]) == (False, "timeout", 10_000)
    query = (await house.bot.get_updates())[-1].pre_checkout_query
    assert query
    with pytest.raises(TelegramBadRequest, match="query is too old"):
        await house.bot.answer_pre_checkout_query(query.id, True)


async def test_an_invoice_link_opens_a_page_and_is_paid_from_a_script(house: House) -> None:
    dispatcher, paid = cashier()
    link = await house.bot.create_invoice_link(**INVOICE, prices=PRICES, provider_token="")
    async with house.http.get(link) as page:
        assert page.status == 200 and page.content_type == "text/html"
    slug = link.rsplit("/", 1)[-1]
    assert (await house.call("GET", f"/control/invoices/{slug}"))["amount"] == 150
    async with house.polling(dispatcher):
        outcome = await house.call("POST", f"/control/invoices/{slug}/pay", from_id=FAN)
        assert (await asyncio.wait_for(paid.get(), 5)).chat.id == FAN
    assert outcome["ok"]


async def test_an_empty_purse_pays_nothing(house: House) -> None:
    await house.call("POST", f"/control/users/{FAN}/stars", stars=10)
    await house.bot.send_invoice(FAN, **INVOICE, prices=PRICES, provider_token="")
    outcome = await house.pay((await house.chat())[-1])
    assert (outcome["status"], outcome["stars"]) == ("insufficient_stars", 10)
