# What staff must look at.
alert-refund-failed = ⚠️ Pul qaytmadi: { $why } (qaytarish { $refund_id })
alert-refund-by-hand = ⚠️ { $number }-buyurtma uchun { $amount } soʻmni { $provider } kabinetida qaytaring.
