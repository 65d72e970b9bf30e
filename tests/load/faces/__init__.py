"""Measures of a talking face, each from its frames alone: whoever animates it is not asked how it was done."""
