# The shop.
shop-sold-out = Афсуски, тугаб қолди.
shop-few-left = Фақат { $left } та қолди.
shop-promo-unknown = Бундай промокод йўқ.
shop-promo-over = Бу промокод муддати тугаган.
shop-promo-least = Бу промокод { $least } сўмдан бошлаб ишлайди.
shop-promo-used = Сиз бу промокоддан фойдаланиб бўлгансиз.
