"""The shop and the playground's Payme and Click, held against each other: official lists, refunds, reconciliation."""

import asyncio
import json
import os
import sys
from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
import pytest_asyncio

from bot.adapters.click import ClickRefused, open_click
from bot.money.ledger import balance_of
from bot.money.payments import refund_order
from bot.rails.click.payments import require_click
from bot.rails.click.reconciliation import compare_click
from bot.rails.comparing import reconcile
from bot.rails.links import pay_link
from bot.services import Services
from db.alerts import Alert
from db.attempts import AttemptStatus, PaymentAttempt
from db.fiscal import FiscalReceipt
from db.orders import Order, OrderStatus
from db.payments import Payment, PaymentStatus
from db.reconciliations import Reconciliation
from db.refunds import Refund, RefundStatus
from tests.conftest import empty_world
from tests.control import Control
from tests.flows.rails.rails_world import goods_order, open_callbacks
from workers.chores.refund_payment import refund_payment
from workers.chores.submit_fiscal import submit_fiscal
from workers.rows import Bench

BACK = "https://stario.uz/orders/1?a=b"


@pytest_asyncio.fixture
async def shop(opened: Services, playground: Control) -> AsyncIterator[Services]:
    await empty_world(opened)
    async with open_callbacks(opened):
        yield opened


async def link_of(shop: Services, order: Order, provider: str, language: str = "uz") -> str:
    """The pay page as a buyer who chose this provider is sent to it."""
    await Order.filter(id=order.id).update(payment_provider=provider)
    return await pay_link(shop, await Order.get(id=order.id), language, BACK)


async def status_of(order: Order) -> OrderStatus:
    return (await Order.get(id=order.id)).status


async def expect_clean_pay(playground: Control, url: str, action: str = "pay", **more: Any) -> Any:
    """What the playground's provider tells after an action on the page behind a link, without a breach of ours."""
    told = await playground.call("POST", "/pay", json={"payment_url": url, "action": action, **more})
    assert told["warnings"] == []
    return told


def failed(told: Any) -> list[Any]:
    return [*(line for line in told["lines"] if not line["passed"]), *told["warnings"]]


async def compare(shop: Services, provider: str = "click") -> list[dict[str, Any]]:
    """The differences of the last two hours, callbacks that may still come included."""
    now = datetime.now(UTC)
    if provider == "click":
        found = await compare_click(shop, now - timedelta(hours=2), now, quiet=timedelta())
        return [vars(difference) for difference in found.differences]
    report = await reconcile(shop, provider, now - timedelta(hours=2), now)
    return report.differences


async def test_the_sandbox_of_payme(shop: Services, playground: Control) -> None:
    first, second = await goods_order(), await goods_order()
    urls = [await link_of(shop, order, "payme") for order in (first, second)]
    told = await playground.call("POST", "/rails/payme/sandbox", json={"url": urls[0], "second": {"url": urls[1]}})
    assert failed(told) == [] and told["ok"]
    assert (await status_of(first), await status_of(second)) == (OrderStatus.AWAITING_PAYMENT, OrderStatus.REFUNDED)
    assert (await playground.call("POST", "/rails/payme/statement", json={}))["differences"] == []


async def test_the_scenarios_of_click(shop: Services, playground: Control) -> None:
    orders = [{"url": await link_of(shop, await goods_order(), "click")} for _ in range(3)]
    told = await playground.call("POST", "/rails/click/scenarios", json={"orders": orders})
    assert failed(told) == [] and told["ok"]


@pytest.mark.parametrize("action", ["pay_twice", "decline", "late", "hold"])
async def test_payme_as_people_use_it(shop: Services, playground: Control, action: str) -> None:
    order = await goods_order()
    url = await link_of(shop, order, "payme", "ru")
    told = await expect_clean_pay(playground, url, action)
    paid = await status_of(order) is OrderStatus.PAID
    assert (told["status"], paid) in [("paid", True), ("declined", False), ("expired", False), ("pending", False)]
    if not paid:
        assert (await expect_clean_pay(playground, url))["status"] == "paid"
    assert await Payment.all().count() == 1


@pytest.mark.parametrize("kind", ["duplicate", "reorder", "lost_answer", "500", "reset"])
async def test_a_line_that_stumbles(shop: Services, playground: Control, kind: str) -> None:
    """Whatever is lost or said again on the way, each order is paid once."""
    for service, method in (("payme", "PerformTransaction"), ("click", "complete")):
        order = await goods_order()
        await playground.make_fault(kind, method, service=service)
        await playground.call("POST", "/pay", json={"payment_url": await link_of(shop, order, service)})
        await playground.clear_faults()
        assert await status_of(order) is OrderStatus.PAID
    assert await Payment.filter(status=PaymentStatus.SUCCEEDED).count() == 2
    assert not await Refund.exists()


async def test_payme_refunds_from_its_cabinet(shop: Services, playground: Control) -> None:
    order = await goods_order()
    url = await link_of(shop, order, "payme")
    await expect_clean_pay(playground, url)
    assert (await expect_clean_pay(playground, url, "refund"))["status"] == "refunded"
    assert await status_of(order) is OrderStatus.REFUNDED
    assert {receipt.kind for receipt in await FiscalReceipt.all()} == {"PERFORM", "CANCEL"}
    assert await compare(shop, "payme") == []
    assert await Reconciliation.all().count() == 1


async def test_click_sends_back_what_we_ask_it_to(shop: Services, playground: Control) -> None:
    order = await goods_order()
    await expect_clean_pay(playground, await link_of(shop, order, "click"))
    await refund_order(await Order.get(id=order.id), "click-refund-reason")
    refund = await Refund.get()
    await playground.make_fault("lost_answer", "payment/reversal", 2, service="click")  # a client asks twice
    with pytest.raises(Exception, match="click-away"):
        await refund_payment(Bench(shop, "test"), str(refund.id))
    await refund_payment(Bench(shop, "test"), str(refund.id))  # it went back; only the answer was lost
    assert (await Refund.get()).status is RefundStatus.SUCCEEDED
    assert await status_of(order) is OrderStatus.REFUNDED
    assert await balance_of("clearing:click", "UZS") == 0
    assert await compare(shop) == []


async def test_what_click_cannot_send_back_a_person_does(shop: Services, playground: Control) -> None:
    order = await goods_order()
    told = await expect_clean_pay(playground, await link_of(shop, order, "click"))
    await playground.call("PATCH", f"/rails/click/payments/{told['payment_id']}", json={"date": 1_700_000_000})
    await refund_order(await Order.get(id=order.id), "click-refund-reason")
    await refund_payment(Bench(shop, "test"), str((await Refund.get()).id))
    refund = await Refund.get()
    assert refund.by_hand and refund.status is RefundStatus.REQUESTED
    assert await Alert.filter(kind="refund", closed_at=None).count() == 1


async def test_a_lost_confirmation_is_found_and_booked(shop: Services, playground: Control) -> None:
    order = await goods_order()
    await expect_clean_pay(playground, await link_of(shop, order, "click"), "lost")
    assert await status_of(order) is OrderStatus.AWAITING_PAYMENT
    now = datetime.now(UTC)
    report = await reconcile(shop, "click", now - timedelta(hours=2), now)  # however fresh it is
    (difference,) = report.differences
    assert (difference["kind"], difference["order_number"], difference["mended"]) == (
        "missing_here",
        order.number,
        True,
    )
    assert await status_of(order) is OrderStatus.PAID
    assert await compare(shop) == []


async def test_a_lost_confirmation_of_an_order_that_is_gone_sends_the_money_back(
    shop: Services, playground: Control
) -> None:
    order = await goods_order()
    await expect_clean_pay(playground, await link_of(shop, order, "click"), "lost")
    await PaymentAttempt.all().update(status=AttemptStatus.EXPIRED)
    await compare(shop)
    assert await status_of(order) is OrderStatus.AWAITING_PAYMENT  # no resurrection
    assert (await Payment.get()).status is PaymentStatus.SURPLUS
    await refund_payment(Bench(shop, "test"), str((await Refund.get()).id))
    assert await balance_of("clearing:click", "UZS") == 0
    assert await compare(shop) == []


async def test_a_reversal_in_clicks_cabinet_is_booked(shop: Services, playground: Control) -> None:
    order = await goods_order()
    url = await link_of(shop, order, "click")
    await expect_clean_pay(playground, url)
    await expect_clean_pay(playground, url, "cancel")
    assert await Alert.filter(kind="payment_review", closed_at=None).exists()
    (difference,) = await compare(shop)
    assert (difference["kind"], difference["mended"]) == ("refund", True)
    assert await status_of(order) is OrderStatus.REFUNDED
    assert not await Alert.filter(kind="payment_review", closed_at=None).exists()
    assert await compare(shop) == []


async def test_click_prints_a_receipt_once(shop: Services, playground: Control) -> None:
    order = await goods_order()
    told = await expect_clean_pay(playground, await link_of(shop, order, "click"))
    payment = await Payment.get()
    for _ in range(2):
        await submit_fiscal(Bench(shop, "test"), str(payment.id))
    receipt = await FiscalReceipt.get()
    assert (receipt.kind, receipt.status_code) == ("PERFORM", 0) and receipt.qr_code_url.startswith("https://")
    rows = await playground.call("GET", "/rails/click/payments")
    (row,) = [row for row in rows if row["payment_id"] == told["payment_id"]]
    assert sum(item["Price"] - item.get("Discount", 0) for item in row["ofd_items"]) == order.total_uzs * 100
    assert not await Alert.exists()


async def test_click_tells_refusals_from_outages(shop: Services, playground: Control) -> None:
    async with open_click(require_click(shop.settings)) as api:
        assert await api.get_payment("1") is None
        with pytest.raises(ClickRefused):
            await api.reverse("1")
        await playground.make_fault("500", service="click")
        with pytest.raises(Exception, match="click-away"):
            await api.get_payment("1")


async def test_a_difference_is_kept_and_told(shop: Services, playground: Control) -> None:
    order = await goods_order()
    await expect_clean_pay(playground, await link_of(shop, order, "payme"))
    await PaymentAttempt.all().update(amount_uzs=1)
    (difference,) = await compare(shop, "payme")
    assert (difference["kind"], difference["mended"]) == ("amount", False)
    await compare(shop, "payme")
    assert await Alert.filter(kind="reconciliation").count() == 1


async def test_whoever_asks_at_a_command_line_is_told(shop: Services, playground: Control) -> None:
    order = await goods_order()
    await expect_clean_pay(playground, await link_of(shop, order, "click"))
    assert await ask_at_command_line(shop, "payme") == (0, {"checked": 0, "differences": []})
    await Payment.all().update(amount_uzs=order.total_uzs + 1)
    code, told = await ask_at_command_line(shop, "click")
    assert (code, [difference["kind"] for difference in told["differences"]]) == (1, ["books"])


async def ask_at_command_line(shop: Services, provider: str) -> tuple[int | None, dict[str, Any]]:
    """Exit status and report of `python -m bot reconcile`."""
    names = (
        "data_dir",
        "playground_port",
        "database_url",
        "redis_url",
        "s3_endpoint",
        "s3_access_key",
        "s3_secret_key",
        "master_key",
    )
    values = {name.upper(): getattr(shop.settings, name) for name in names}
    plain = {
        name: getattr(value, "get_secret_value", lambda value=value: str(value))() for name, value in values.items()
    }
    asked = await asyncio.create_subprocess_exec(
        sys.executable,
        "-m",
        "bot",
        "reconcile",
        provider,
        "--hours",
        "2",
        env={**os.environ, **plain},
        stdout=asyncio.subprocess.PIPE,
    )
    output, _ = await asked.communicate()
    told = json.loads(output)
    return asked.returncode, {name: told[name] for name in ("checked", "differences")}
