"""The state of things: Tortoise models, one file a noun, and their migrations."""
