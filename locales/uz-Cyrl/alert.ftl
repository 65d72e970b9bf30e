# What staff must look at.
alert-refund-failed = ⚠️ Пул қайтмади: { $why } (қайтариш { $refund_id })
alert-refund-by-hand = ⚠️ { $number }-буюртма учун { $amount } сўмни { $provider } кабинетида қайтаринг.
