"""What staff see: the staff chat, and the web panel."""
