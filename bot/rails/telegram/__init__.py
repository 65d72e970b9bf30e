"""Paying inside Telegram: invoices for Stars, and for so'm through a provider token."""
