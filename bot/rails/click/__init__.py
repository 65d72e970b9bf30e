"""Click: its SHOP-API calls us, we call its Merchant API."""
