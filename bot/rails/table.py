"""Every way to pay, in the order they are shown: what each can do, at a glance."""

from bot.errors import NotFound
from bot.merchants import CLICK, PAYME, STARS, STRIPE, TELEGRAM, click_keys, payme_keys, provider_token, stripe_keys
from bot.money.reconciliation import Compare, by_rows
from bot.rails.click.fiscal import submit_lines
from bot.rails.click.pages import click_page
from bot.rails.click.payments import refund_click
from bot.rails.click.reconciliation import compare_click
from bot.rails.payme.pages import payme_page
from bot.rails.payme.reconciliation import compare_payme
from bot.rails.rail import Rail, refund_by_hand
from bot.rails.stripe.pages import close_page, stripe_checkout
from bot.rails.stripe.reconciliation import stripe_rows
from bot.rails.stripe.refunds import refund_stripe
from bot.rails.telegram.invoices import goods_page
from bot.rails.telegram.reconciliation import stars_rows
from bot.rails.telegram.refunds import refund_stars
from bot.settings import Settings

_TABLE = (
    Rail(
        PAYME,
        is_open=lambda settings: payme_keys(settings) is not None,
        link=payme_page,
        refund=refund_by_hand,  # Payme refunds from its cabinet and tells us by CancelTransaction
        compare=compare_payme,
    ),
    Rail(
        CLICK,
        is_open=lambda settings: click_keys(settings) is not None,
        link=click_page,
        refund=refund_click,
        compare=compare_click,
        fiscal=submit_lines,
    ),
    Rail(
        STRIPE,
        is_open=lambda settings: stripe_keys(settings) is not None,
        link=stripe_checkout,
        refund=refund_stripe,
        close=close_page,
        compare=by_rows(STRIPE, stripe_rows),
    ),
    Rail(
        TELEGRAM,
        is_open=lambda settings: bool(provider_token(settings)),
        link=goods_page,
        refund=refund_by_hand,  # the Bot API has no refund of a provider's payment
    ),
    Rail(STARS, is_open=lambda _: True, refund=refund_stars, compare=by_rows(STARS, stars_rows)),
)
RAILS = {rail.name: rail for rail in _TABLE}


def open_rails(settings: Settings) -> list[str]:
    """Rails that a buyer may choose for goods, in the order they are shown."""
    return [rail.name for rail in _TABLE if rail.link is not None and rail.is_open(settings)]


def compared_rails(settings: Settings) -> list[str]:
    """Open rails whose provider our books can be held against."""
    return [rail.name for rail in _TABLE if rail.compare is not None and rail.is_open(settings)]


def comparison_of(name: str) -> Compare:
    """How a rail's books are compared. Raises NotFound for one that cannot be."""
    rail = RAILS.get(name)
    if rail is None or rail.compare is None:
        raise NotFound("error-not-found")
    return rail.compare
