"""Payme: the checkout page and a client of the shop's Merchant API, with books of its own."""
