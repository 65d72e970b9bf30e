"""The Mini App: server-rendered pages that look and move like Telegram."""
