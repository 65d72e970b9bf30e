"""Ordering a greeting in the chat, step by step."""
