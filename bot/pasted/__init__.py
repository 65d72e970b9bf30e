"""What people paste into one line, read as it looks to them."""
