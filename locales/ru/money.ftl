money-uzs = { $amount } сум
