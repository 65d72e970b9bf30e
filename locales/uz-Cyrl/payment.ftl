# Paying.
payment-invoice-title = Видео табрик
payment-invoice-description = { $artist } { $recipient } учун видео табрик айтади. Буюртма № { $number }
payment-invoice-line = Видео табрик
payment-no-order = Бундай буюртма йўқ.
payment-other-owner = Бу буюртма бошқа кишиники.
payment-already-paid = Бу буюртма аллақачон тўланган.
payment-order-closed = Бу буюртма ёпилган. Янгисини бошланг.
payment-wrong-amount = Сумма буюртмага мос эмас. Ҳисобни қайтадан очинг.
payment-refund-surplus = Бу буюртма учун ортиқча тўлов келди, уни қайтардик: ⭐ { $stars }.
payment-refunded = Пул қайтарилди: ⭐ { $stars }.
payment-attempt-active = Бу буюртма бошқа саҳифада тўланмоқда. Аввал ўшани тугатинг ёки ёпинг.
payment-refund-too-much = Тўланганидан кўп пул қайтариб бўлмайди.
