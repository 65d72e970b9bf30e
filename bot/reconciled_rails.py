"""Which providers our books are held against, and how."""

from bot.click_reconciliation import compare_click
from bot.payme_reconciliation import compare_payme
from bot.reconciliation import Compare

# A provider that lists its payments: `by_rows("stripe", stripe_rows)`.
TABLE: dict[str, Compare] = {
    "payme": compare_payme,
    "click": compare_click,
}
