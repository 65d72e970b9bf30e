"""Payme: it calls us by its Merchant API."""
