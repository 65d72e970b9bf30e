"""The product: use-cases and rules. What happens is decided here, whoever asked for it."""
