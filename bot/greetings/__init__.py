"""A video greeting from the asked-for words to the delivered clip."""
