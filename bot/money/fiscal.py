"""Fiscal lines of an order: what a receipt must list, to the so'm; each rail writes them its own way.

Codes (MXIK, which is IKPU, and the package) come from tasnif.soliq.uz by way of the catalogue and the settings.
"""

from dataclasses import dataclass
from typing import Any

from bot.i18n import text
from bot.settings import Settings
from db.orders import Order, OrderItem

Json = dict[str, Any]


@dataclass(frozen=True)
class FiscalLine:
    """One line: `unit_uzs` of one piece, `discount_uzs` of the whole line, VAT inside the price."""

    title: str
    mxik: str
    package_code: str
    vat_percent: int
    unit_uzs: int
    quantity: int = 1
    discount_uzs: int = 0

    @property
    def total_uzs(self) -> int:
        return self.unit_uzs * self.quantity - self.discount_uzs


async def lines_of(settings: Settings, order: Order) -> list[FiscalLine]:
    """The order's lines and its delivery; they sum up to exactly `order.total_uzs`.

    Raises ValueError where the order's own sums contradict each other.
    """
    items = await OrderItem.filter(order_id=order.id).order_by("id")
    lines = [_line_of(settings, order, item) for item in items if item.price_uzs]
    lines = _share_discount(lines, sum(line.total_uzs for line in lines) + order.delivery_uzs - order.total_uzs)
    if order.delivery_uzs:
        title = text(order.language, "money-line-delivery")
        lines.append(
            FiscalLine(
                title, settings.delivery_mxik, settings.delivery_package_code, settings.vat_percent, order.delivery_uzs
            )
        )
    return lines


def _line_of(settings: Settings, order: Order, item: OrderItem) -> FiscalLine:
    if item.mxik:
        return FiscalLine(
            item.title, item.mxik, item.package_code, item.vat_percent, item.price_uzs, item.quantity, item.discount_uzs
        )
    return FiscalLine(
        item.title or text(order.language, "money-line-greeting"),
        settings.greeting_mxik,
        settings.greeting_package_code,
        settings.vat_percent,
        item.price_uzs,
        item.quantity,
        item.discount_uzs,
    )


def _share_discount(lines: list[FiscalLine], rest: int) -> list[FiscalLine]:
    """Lines that come to `rest` so'm less: a discount of the whole order that no line has taken yet."""
    if rest < 0:
        raise ValueError(f"the lines of an order come to {-rest} so'm less than its total")
    shared = []
    for line in lines:
        taken = min(rest, line.total_uzs)
        rest -= taken
        shared.append(
            FiscalLine(
                line.title,
                line.mxik,
                line.package_code,
                line.vat_percent,
                line.unit_uzs,
                line.quantity,
                line.discount_uzs + taken,
            )
        )
    if rest:
        raise ValueError(f"the lines of an order come to {rest} so'm more than its total")
    return shared


def vat_tiyin(line: FiscalLine) -> int:
    """VAT inside the line's total, in tiyin, rounded half up."""
    total, base = line.total_uzs * 100 * line.vat_percent, 100 + line.vat_percent
    return (2 * total + base) // (2 * base)
