"""Jobs that make things with engines: films, names, quiz answers, posters, cards."""
