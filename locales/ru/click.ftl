# Payments through Click.
click-alert-contradiction = ⚠️ Click отменил подтверждённый платёж (код { $code }): транзакция { $transaction }, заказ № { $number }. Проверьте в кабинете Click.
click-away = Click сейчас не отвечает. Попробуйте чуть позже.
click-refund-reason = Платёж возвращён через Click.
click-alert-fiscal = ⚠️ Чек заказа № { $number } не отправлен через Click: { $why }
