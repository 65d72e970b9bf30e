money-uzs = { $amount } soʻm
