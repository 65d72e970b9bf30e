"""Stars: the catalogue, what each has agreed to, what they cost, what their faces are matched by."""
