"""The servers that `python -m bot run` starts from wheels when no address of a real one is given."""
