"""Which providers our books are held against, and how; and the same for whoever asks at a command line."""

from bot.money.reconciliation import Compare, by_rows
from bot.rails.click.reconciliation import compare_click
from bot.rails.payme.reconciliation import compare_payme
from bot.rails.stripe.reconciliation import stripe_rows
from bot.rails.telegram.reconciliation import stars_rows

# A provider that lists its payments is compared row by row.
TABLE: dict[str, Compare] = {
    "payme": compare_payme,
    "click": compare_click,
    "stripe": by_rows("stripe", stripe_rows),
    "stars": by_rows("stars", stars_rows),
}
