# What a person has ordered.
orders-list = <b>Ваши заказы</b>
    Выберите, чтобы открыть.
orders-none = Заказов пока нет. Отправим первое поздравление?
orders-details = <b>№ { $number }</b> · { $date }
    🌟 { $artist } → <b>{ $recipient }</b>
    { $occasion }
    <blockquote>{ $words }</blockquote>
    Цена: { $price }
    { $status }
orders-status-in-review = 🔎 Слова на проверке
orders-status-awaiting-payment = 💳 Ждёт оплаты
orders-status-queued = ⏳ В очереди
orders-status-rendering = 🎬 Готовится
orders-status-awaiting-approval = ✋ Ждёт одобрения артиста
orders-status-ready = 📤 Отправляется
orders-status-delivered = ✅ Отправлено
orders-status-refused = ✖️ Отклонено; если вы платили, деньги вернутся
orders-status-failed = ✖️ Не получилось; если вы платили, деньги вернутся
orders-status-cancelled = ✖️ Отменено
orders-status-expired = ✖️ Время оплаты вышло
orders-back = ‹ Заказы
orders-resend = ▶️ Прислать видео
orders-resend-comes = Отправляем…
orders-pay = Оплатить { $price }
orders-cancel = ✖️ Отменить
orders-cancelled = Заказ отменён.
orders-refresh = 🔄 Обновить
orders-invoice-here = ☝️ Счёт здесь. Оплатите — и сразу начнём.
orders-surplus = Эта оплата была лишней. ⭐ { $stars } вернутся через несколько минут.
