"""Face animation without a GPU: the portrait's own pixels, moved by the sounds of the speech."""
