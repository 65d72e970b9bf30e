"""The ways to pay: one table of them, a folder a provider."""
