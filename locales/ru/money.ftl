money-uzs = { $amount } сум
money-line-delivery = Доставка
money-line-greeting = Видеопоздравление
