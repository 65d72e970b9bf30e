"""The rails of one playground: the line to the shop and each provider's books."""

from bot.settings import Settings
from webapp.playground.faults import Faults
from webapp.playground.rails.click.books import Books as ClickBooks
from webapp.playground.rails.hindrance import API_FAULTS
from webapp.playground.rails.payme.books import Books as PaymeBooks
from webapp.playground.rails.postman import CALLBACK_FAULTS, Postman
from webapp.playground.store import Store

RAIL_FAULTS = tuple(dict.fromkeys((*CALLBACK_FAULTS, *API_FAULTS)))


class Rails:
    """State of the stand-ins, kept in the playground's store; they join `faults` by name."""

    def __init__(self, settings: Settings, store: Store, faults: Faults) -> None:
        self.postman = Postman(settings, faults)
        self.payme = PaymeBooks(store)
        self.click = ClickBooks(store)
        faults.register("payme", CALLBACK_FAULTS)
        faults.register("click", RAIL_FAULTS)
