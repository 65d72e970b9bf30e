# Categories of artists
category-singer = Қўшиқчилик
category-footballer = Футбол
category-tv-host = Телевидение
category-actress = Кино ва театр
category-chef = Ошпазлик
category-poet = Шеърият
category-comedian = Ҳазил-мутойиба
category-dancer = Рақс
category-scientist = Илм-фан
category-storyteller = Эртаклар
category-blogger = Блогерлар

# What a greeting is for
occasion-birthday = Туғилган кун
occasion-wedding = Тўй
occasion-newborn = Фарзанд туғилиши
occasion-graduation = Ўқишни битириш
occasion-new-year = Янги йил
occasion-navruz = Наврўз
occasion-eid = Ҳайит
occasion-womens-day = 8-март
occasion-get-well = Тезроқ тузалинг
occasion-just-because = Шунчаки

# Topics an artist may welcome or refuse
topic-politics = сиёсат
topic-religion = дин
topic-religious-holiday = диний байрамлар
topic-alcohol = спиртли ичимликлар
topic-betting = тикиш ва қимор
topic-medicine = тиббиёт ва даволаниш
topic-money = пул ва қарз
topic-advertising = реклама
topic-romance = муҳаббат изҳори
topic-football = футбол
topic-humour = ҳазил
