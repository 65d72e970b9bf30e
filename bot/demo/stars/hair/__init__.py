"""Hair of every kind: cuts, braids, beards, brows and lashes."""
