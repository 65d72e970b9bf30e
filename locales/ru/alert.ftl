# What staff must look at.
alert-refund-failed = ⚠️ Возврат не прошёл: { $why } (возврат { $refund_id })
alert-refund-by-hand = ⚠️ Верните, пожалуйста, { $amount } сум за заказ № { $number } в кабинете { $provider }.
alert-fiscal-perform = ⚠️ По оплате заказа № { $number } нет чека от { $provider }.
alert-fiscal-cancel = ⚠️ По возврату за заказ № { $number } нет чека от { $provider }.
alert-difference = ⚠️ Расхождение с { $provider } ({ $difference }): { $reference }, заказ № { $number }. У нас: { $ours }. У них: { $theirs }.
