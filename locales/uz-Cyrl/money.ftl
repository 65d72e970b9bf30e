money-uzs = { $amount } сўм
