"""Products as they will look: photographed blanks (`plates`, made by `studio`) with a design printed on them."""
