money-uzs = { $amount } soʻm
money-line-delivery = Delivery
money-line-greeting = Video greeting
