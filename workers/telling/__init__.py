"""Jobs that tell people: fans, artists, buyers and staff."""
