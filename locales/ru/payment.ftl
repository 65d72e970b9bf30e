# Paying.
payment-invoice-title = Видеопоздравление
payment-invoice-description = { $artist } поздравит { $recipient } на видео. Заказ № { $number }
payment-invoice-line = Видеопоздравление
payment-no-order = Такого заказа нет.
payment-other-owner = Это чужой заказ.
payment-already-paid = Этот заказ уже оплачен.
payment-order-closed = Этот заказ закрыт. Начните новый.
payment-wrong-amount = Сумма не совпадает с заказом. Откройте счёт заново.
payment-refund-surplus = По этому заказу пришла лишняя оплата, мы её вернули: ⭐ { $stars }.
payment-refunded = Деньги возвращены: ⭐ { $stars }.
payment-attempt-active = Этот заказ уже оплачивают на другой странице. Сначала завершите или закройте её.
payment-refund-too-much = Нельзя вернуть больше, чем было оплачено.
