"""What every conversation is made of: the exchange, keyboards, taps, steps and drafts."""
