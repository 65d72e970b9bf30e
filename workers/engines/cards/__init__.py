"""The card of a quiz result: a picture made to be shared, without the photo it came from."""

from workers.engines.cards.card import CardContent, draw_card

__all__ = ["CardContent", "draw_card"]
