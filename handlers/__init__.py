"""Telegram conversations of fans and artists: one aiogram router a file."""
