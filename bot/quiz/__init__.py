"""The face quiz: consent, a photo that is soon gone, an answer, a card to show."""
