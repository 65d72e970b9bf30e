money-uzs = { $amount } soʻm
money-line-delivery = Yetkazib berish
money-line-greeting = Video tabrik
