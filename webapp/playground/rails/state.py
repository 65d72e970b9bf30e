"""The rails of one playground: the line to the shop and each provider's books."""

from bot.settings import Settings
from webapp.playground.faults import Faults
from webapp.playground.rails.boxnow.books import Books as BoxnowBooks
from webapp.playground.rails.boxnow.events import Events as BoxnowEvents
from webapp.playground.rails.click.books import Books as ClickBooks
from webapp.playground.rails.event_line import EventLine
from webapp.playground.rails.hindrance import API_FAULTS
from webapp.playground.rails.payme.books import Books as PaymeBooks
from webapp.playground.rails.postman import CALLBACK_FAULTS, Postman
from webapp.playground.rails.stripe.books import Books as StripeBooks
from webapp.playground.rails.stripe.events import Events as StripeEvents
from webapp.playground.store import Store

RAIL_FAULTS = tuple(dict.fromkeys((*CALLBACK_FAULTS, *API_FAULTS)))


class Rails:
    """State of the stand-ins, kept in the playground's store; they join `faults` by name."""

    def __init__(self, settings: Settings, store: Store, faults: Faults) -> None:
        self.postman = Postman(settings, faults)
        self.payme = PaymeBooks(store)
        self.click = ClickBooks(store)
        self.stripe = StripeBooks(store)
        self.stripe_line = EventLine(self.postman, "stripe")
        self.stripe_events = StripeEvents(self.stripe, self.stripe_line)
        self.boxnow = BoxnowBooks(store)
        self.boxnow_line = EventLine(self.postman, "boxnow")
        self.boxnow_events = BoxnowEvents(self.boxnow, self.boxnow_line)
        faults.register("payme", CALLBACK_FAULTS)
        faults.register("click", RAIL_FAULTS)
        faults.register("stripe", RAIL_FAULTS)
        faults.register("boxnow", RAIL_FAULTS)
