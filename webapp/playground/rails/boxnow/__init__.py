"""BOX NOW: lockers, delivery requests, labels, parcels and their signed events."""
