"""Telegram's sending rates: 1 message a second a chat, 20 a minute a group, 30 a second overall. Off at first."""

import math
import time
from collections import defaultdict, deque

from webapp.playground.errors import too_many

BURST = 3  # a private chat takes a few at once before Telegram minds


class Limits:
    """Sliding windows over the times of sent messages."""

    def __init__(self) -> None:
        self.enabled = False
        self.sent: dict[str, deque[float]] = defaultdict(deque)

    def count(self, chat_id: int) -> None:
        """Counts one message. Raises ApiError 429 with the pause in seconds."""
        if not self.enabled:
            return
        rules = [("all", 30, 1.0), (f"chat {chat_id}", 20, 60.0) if chat_id < 0 else (f"chat {chat_id}", BURST, BURST)]
        now = time.monotonic()
        for key, most, window in rules:
            times = self.sent[key]
            while times and times[0] <= now - window:
                times.popleft()
            if len(times) >= most:
                raise too_many(math.ceil(times[0] + window - now) or 1)
        for key, _, _ in rules:
            self.sent[key].append(now)
