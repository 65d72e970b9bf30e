# The shop.
shop-sold-out = Sold out, sorry.
shop-few-left = Only { $left } left.
shop-promo-unknown = There is no such promo code.
shop-promo-over = This promo code has ended.
shop-promo-least = This promo code works from { $least } soʻm.
shop-promo-used = You have used this promo code already.
