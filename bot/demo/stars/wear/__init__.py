"""What stars have on: clothes, hats, embroidery, jewels."""
