"""What there is to sell: products, how many are left, promo codes."""
