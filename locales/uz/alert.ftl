# What staff must look at.
alert-refund-failed = ⚠️ Pul qaytmadi: { $why } (qaytarish { $refund_id })
alert-refund-by-hand = ⚠️ { $number }-buyurtma uchun { $amount } soʻmni { $provider } kabinetida qaytaring.
alert-fiscal-perform = ⚠️ № { $number } buyurtma toʻlovi uchun { $provider } chek bermadi.
alert-fiscal-cancel = ⚠️ № { $number } buyurtma puli qaytarilgani uchun { $provider } chek bermadi.
alert-difference = ⚠️ { $provider } bilan hisob mos kelmadi ({ $difference }): { $reference }, buyurtma № { $number }. Bizda: { $ours }. Ularda: { $theirs }.
