# What staff must look at.
alert-refund-failed = ⚠️ Пул қайтмади: { $why } (қайтариш { $refund_id })
alert-refund-by-hand = ⚠️ { $number }-буюртма учун { $amount } сўмни { $provider } кабинетида қайтаринг.
alert-fiscal-perform = ⚠️ № { $number } буюртма тўлови учун { $provider } чек бермади.
alert-fiscal-cancel = ⚠️ № { $number } буюртма пули қайтарилгани учун { $provider } чек бермади.
alert-difference = ⚠️ { $provider } билан ҳисоб мос келмади ({ $difference }): { $reference }, буюртма № { $number }. Бизда: { $ours }. Уларда: { $theirs }.
