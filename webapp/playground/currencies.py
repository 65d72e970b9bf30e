"""Least and most that an invoice may come to, in the smallest units: about 1 and 10 000 US dollars, as in Telegram.

Telegram publishes them in currencies.json and moves them with the rates; these are round numbers near them.
"""

LIMITS = {
    "EUR": (92, 925_000),
    "KZT": (48_000, 480_000_000),
    "RUB": (8_000, 80_000_000),
    "USD": (100, 1_000_000),
    "UZS": (1_200_000, 12_000_000_000),
}
ANY = (1, 99_999_999_999)  # currencies whose limits are not known here


def fits_limits(currency: str, amount: int) -> bool:
    """True when an invoice of this amount is accepted."""
    least, most = LIMITS.get(currency, ANY)
    return least <= amount <= most
