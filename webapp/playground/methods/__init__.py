"""What each Bot API method does, one file a noun; importing this package registers them all."""

from webapp.playground.methods import (
    answering,
    chatting,
    copying,
    editing,
    media,
    paying,
    profile,
    receiving,
    sending,
    topics,
)

__all__ = [
    "answering",
    "chatting",
    "copying",
    "editing",
    "media",
    "paying",
    "profile",
    "receiving",
    "sending",
    "topics",
]
