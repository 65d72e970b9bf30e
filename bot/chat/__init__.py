"""What Telegram messages look like, for workers and conversations alike; nothing is decided here."""
