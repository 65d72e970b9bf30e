"""Stripe: pay pages, events, refunds by its API."""
