"""Stripe's keys, or the word that it is not offered."""

from bot.errors import Unavailable
from bot.merchants import StripeKeys, stripe_keys
from bot.services import Services


def require_keys(services: Services) -> StripeKeys:
    """Raises Unavailable where Stripe is not offered."""
    keys = stripe_keys(services.settings)
    if keys is None:
        raise Unavailable("ops-rail-closed")
    return keys
