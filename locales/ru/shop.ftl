# The shop.
shop-sold-out = К сожалению, распродано.
shop-few-left = Осталось только { $left }.
shop-promo-unknown = Такого промокода нет.
shop-promo-over = Этот промокод уже не действует.
shop-promo-least = Этот промокод действует от { $least } сум.
shop-promo-used = Вы уже использовали этот промокод.
