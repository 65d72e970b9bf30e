# What Payme, and through it a buyer, is told; and fiscal receipts.
payme-not-post = Запрос должен быть отправлен методом POST.
payme-bad-json = Запрос не читается как JSON.
payme-bad-request = В запросе нет обязательного поля или его тип неверен.
payme-no-method = Такого метода нет.
payme-not-allowed = Недостаточно прав для этого действия.
payme-broken = У нас что-то сломалось. Попробуйте чуть позже.
payme-wrong-amount = Сумма не совпадает с суммой заказа.
payme-no-transaction = Такая транзакция не найдена.
payme-delivered = Заказ полностью выполнен, отменить его нельзя.
payme-impossible = Сейчас это действие выполнить нельзя.
payme-too-late = Время на оплату вышло. Откройте страницу заново.
payme-no-order = Заказ с таким номером не найден. Проверьте номер.
payme-no-receipt = Такой чек не найден.
payme-bad-receipt = Данные чека неверны.
payme-away = Payme сейчас недоступен. Выберите другой способ оплаты.
payme-refund-reason = Платёж отменён, деньги вам вернули.
