# Магазин на открытых страницах и страница, куда возвращаются после оплаты.
shop-site-shop = Магазин
shop-site-title = Подарки с любимой звездой
shop-site-lede = Постер, футболка или кружка с вашей звездой и вашими словами. Вы увидите всё до оплаты.
shop-site-colours = { $count ->
    [one] { $count } цвет
    [few] { $count } цвета
   *[many] { $count } цветов
}
shop-site-in-stock = есть в наличии
shop-site-few = осталось { $left }
shop-site-sold-out = распродано
shop-site-buy = Купить в Telegram
shop-site-look = Посмотреть в браузере
shop-site-choose = Что есть
shop-site-more = Ещё в магазине
shop-site-how = Как это попадёт к вам
shop-site-how-design = Сделано для одного человека
shop-site-how-design-words = Выберите звезду, напишите имя и несколько слов. Рисунок появится у вас на глазах.
shop-site-how-pay = Оплата привычным способом
shop-site-how-pay-words = На странице платёжного сервиса, который вы знаете. Вашей карты мы не видим.
shop-site-how-parcel = На связи до конца
shop-site-how-parcel-words = Бот пишет в чат, где посылка, — до той минуты, когда она у вас в руках.
shop-site-play = Ещё со звёздами
shop-site-quiz = На какую звезду вы похожи?
shop-site-quiz-words = Одно селфи — пять звёзд. Фото удаляется через 3 секунды после ответа.
shop-site-quiz-go = Узнать
shop-site-trivia = Хорошо ли вы их знаете?
shop-site-trivia-words = Быстрые вопросы на время: в одиночку или с друзьями в группе.
shop-site-trivia-go = Играть
shop-site-hands = То, что можно подержать в руках
shop-site-hands-go = В магазин
shop-site-order-title = Спасибо, что вернулись
shop-site-order-words = Если оплата прошла, через мгновение мы сообщим об этом в Telegram. Страницу можно закрыть.
shop-site-order-open = Открыть чат
shop-site-order-private = Посторонний здесь ничего не узнает: заказ виден только тому, кто его сделал.
shop-site-order-number = Заказ
shop-site-order-status = Состояние
shop-site-order-total = Итого
shop-site-order-details = Открыть заказ
