# What staff must look at.
alert-refund-failed = ⚠️ Возврат не прошёл: { $why } (возврат { $refund_id })
alert-refund-by-hand = ⚠️ Верните, пожалуйста, { $amount } сум за заказ № { $number } в кабинете { $provider }.
