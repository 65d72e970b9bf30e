"""The shop in the chat: goods, cart, checkout, orders."""
