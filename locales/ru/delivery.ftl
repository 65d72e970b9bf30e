# Новости заказа.
order-news-paid = 💚 Спасибо! Заказ № { $number } оплачен: { $money }. Мы уже готовим его и напишем о каждом шаге.
order-news-accepted = 💚 Спасибо! Заказ № { $number } принят. Мы уже готовим его и напишем о каждом шаге.
order-news-refunded = Деньги за заказ № { $number } вернулись к вам: { $money }.
order-news-surplus = За заказ № { $number } пришёл лишний платёж; мы отправили его обратно.

# Новости посылки.
order-news-parcel-new = 📦 Заказ № { $number } упакован и передаётся в доставку.
order-news-parcel-accepted-to-locker = 📦 Заказ № { $number } отправился в путь: служба доставки приняла его ({ $place }).
order-news-parcel-in-depot = 🚚 Заказ № { $number } на складе службы доставки: { $place }.
order-news-parcel-final-destination = 📬 Заказ № { $number } прибыл: { $place }. Он ждёт вас в постамате.
order-news-parcel-pin = 🔑 PIN-код ячейки: <tg-spoiler>{ $pin }</tg-spoiler>
    Никому его не показывайте: кто знает код, тот может забрать посылку.
order-news-parcel-delivered = 🎉 Заказ № { $number } у вас. Пусть радует!
order-news-parcel-handed-over = 🚚 Заказ № { $number } у курьера, он вам позвонит: { $place }.
order-news-parcel-ready = 🛍 Заказ № { $number } готов: забирайте в пункте { $place }. Просто назовите номер.
order-news-parcel-expired = ⌛ Заказ № { $number } не забрали вовремя, и он едет обратно к нам. Мы вам напишем.
order-news-parcel-accepted-for-return = ↩️ Служба доставки приняла у вас заказ № { $number } на возврат. Ждём его.
order-news-parcel-returned = ↩️ Заказ № { $number } вернулся к нам. Наш сотрудник вам напишет.
order-news-parcel-canceled = ✖️ Доставка заказа № { $number } отменена.
order-news-parcel-missing = 🔎 Служба доставки не нашла у нас посылку заказа № { $number }. Мы разбираемся.
order-news-parcel-lost = 😔 Служба доставки сообщает, что посылка заказа № { $number } потерялась. Мы этим занимаемся и всё исправим.
order-news-parcel-moved = 📦 Есть новости о заказе № { $number }: { $place }.
order-news-parcel-earlier = 🕓 С опозданием, от { $when }:
    { $words }

# Как выбрать доставку.
delivery-carrier-closed = Этот способ доставки закрыт. Выберите, пожалуйста, другой.
delivery-carrier-away = Служба доставки сейчас не отвечает. Попробуйте через минуту.
delivery-locker-gone = Такого постамата нет, или он сейчас не принимает посылки. Выберите другой.
delivery-place-unknown = Мы не знаем такого места. Выберите его из списка.
delivery-phone-wrong = Служба доставки не принимает этот номер телефона. Напишите его с кодом страны.
delivery-too-big = Посылка не помещается в постамат. Выберите, пожалуйста, курьера.
delivery-refused = Служба доставки не берёт эту посылку ({ $code }).
delivery-too-late-to-stop = Посылка уже в пути, отменить её нельзя.
delivery-no-label = У этой посылки нет наклейки.
