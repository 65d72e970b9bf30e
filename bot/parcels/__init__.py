"""How goods reach a buyer: carriers, places, the parcel and what happens to it."""
