"""What a way to pay can do: one record a rail, so that nobody branches on a provider's name."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.money.reconciliation import Compare
from bot.money.refunds import await_hand
from bot.services import Services
from bot.settings import Settings
from db.attempts import PaymentAttempt
from db.orders import Order
from db.payments import Payment
from db.refunds import Refund

Link = Callable[[Services, Order, str, str], Awaitable[str]]
SendBack = Callable[[Services, Payment, Refund], Awaitable[None]]
Close = Callable[[Services, PaymentAttempt], Awaitable[None]]
HandOver = Callable[[Services, Payment], Awaitable[None]]


@dataclass(frozen=True)
class Rail:
    """`name` is what `Payment.provider` holds, and what the command line calls it. None: this rail has no such thing.

    `link` gives the address where an order is paid, from the order, a language and where its payer comes back to; only
    what has one is offered for goods. `refund` sends a payment back. `close` ends an open page; a provider that asks
    us before it takes money needs none. `compare` holds our books against the provider's. `fiscal` hands over a
    payment's fiscal lines; elsewhere the provider takes them by itself.
    """

    name: str
    is_open: Callable[[Settings], bool]
    refund: SendBack
    link: Link | None = None
    close: Close | None = None
    compare: Compare | None = None
    fiscal: HandOver | None = None


async def refund_by_hand(services: Services, payment: Payment, refund: Refund) -> None:
    """The rail has no call for it: a person sends the money back in the provider's cabinet and is asked to."""
    await await_hand(refund)
