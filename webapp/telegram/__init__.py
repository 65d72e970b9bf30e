"""The line to Telegram inside the web process: polling or webhook, and how well it is."""
