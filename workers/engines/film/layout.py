"""Where writing may stand on a square film, as shares of its side."""

FLOOR = 0.88  # below it players lay their buttons and their clock
HEAD = 0.085  # above it stands the mark
MARGIN = 0.06  # left and right of a line
