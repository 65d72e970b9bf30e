money-uzs = { $amount } сўм
money-line-delivery = Етказиб бериш
money-line-greeting = Видео табрик
