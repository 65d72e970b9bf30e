"""Click: the pay page, a client of the shop's SHOP-API, and the Merchant API."""
