# The shop.
shop-sold-out = Afsuski, tugab qoldi.
shop-few-left = Faqat { $left } ta qoldi.
shop-promo-unknown = Bunday promokod yoʻq.
shop-promo-over = Bu promokod muddati tugagan.
shop-promo-least = Bu promokod { $least } soʻmdan boshlab ishlaydi.
shop-promo-used = Siz bu promokoddan foydalanib boʻlgansiz.
