"""Orders for goods: the cart, the lines, the order, and its way from paid to handed over."""
