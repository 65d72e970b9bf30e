"""Photos that strangers send: opened with care."""
