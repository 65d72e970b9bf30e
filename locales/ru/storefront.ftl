# Магазин на открытых страницах и страница, куда возвращаются после оплаты.
storefront-shop = Магазин
storefront-title = Подарки с любимой звездой
storefront-lede = Постер, футболка или кружка с вашей звездой и вашими словами. Вы увидите всё до оплаты.
storefront-colours = { $count ->
    [one] { $count } цвет
    [few] { $count } цвета
   *[many] { $count } цветов
}
storefront-in-stock = есть в наличии
storefront-few = осталось { $left }
storefront-sold-out = распродано
storefront-buy = Купить в Telegram
storefront-look = Посмотреть в браузере
storefront-choose = Что есть
storefront-more = Ещё в магазине
storefront-how = Как это попадёт к вам
storefront-how-design = Сделано для одного человека
storefront-how-design-words = Выберите звезду, напишите имя и несколько слов. Рисунок появится у вас на глазах.
storefront-how-pay = Оплата привычным способом
storefront-how-pay-words = На странице платёжного сервиса, который вы знаете. Вашей карты мы не видим.
storefront-how-parcel = На связи до конца
storefront-how-parcel-words = Бот пишет в чат, где посылка, — до той минуты, когда она у вас в руках.
storefront-play = Ещё со звёздами
storefront-quiz = На какую звезду вы похожи?
storefront-quiz-words = Одно селфи — пять звёзд. Фото удаляется через 3 секунды после ответа.
storefront-quiz-go = Узнать
storefront-trivia = Хорошо ли вы их знаете?
storefront-trivia-words = Быстрые вопросы на время: в одиночку или с друзьями в группе.
storefront-trivia-go = Играть
storefront-hands = То, что можно подержать в руках
storefront-hands-go = В магазин
storefront-order-title = Спасибо, что вернулись
storefront-order-words = Если оплата прошла, через мгновение мы сообщим об этом в Telegram. Страницу можно закрыть.
storefront-order-open = Открыть чат
storefront-order-private = Посторонний здесь ничего не узнает: заказ виден только тому, кто его сделал.
storefront-order-number = Заказ
storefront-order-status = Состояние
storefront-order-total = Итого
storefront-order-details = Открыть заказ
