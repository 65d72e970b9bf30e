"""Designing a poster in the chat."""
