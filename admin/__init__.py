"""What staff see: the admin chat, and later the web panel."""
