"""Stripe: Checkout Sessions, refunds, signed events and the hosted pay page."""
