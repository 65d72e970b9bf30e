"""The face quiz in the chat."""
