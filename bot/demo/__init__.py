"""What a fresh start is filled with: people and artists who do not exist."""
