# Categories of artists
category-singer = Qoʻshiqchilik
category-footballer = Futbol
category-tv-host = Televideniye
category-actress = Kino va teatr
category-chef = Oshpazlik
category-poet = Sheʼriyat
category-comedian = Hazil-mutoyiba
category-dancer = Raqs
category-scientist = Ilm-fan
category-storyteller = Ertaklar
category-blogger = Blogerlar

# What a greeting is for
occasion-birthday = Tugʻilgan kun
occasion-wedding = Toʻy
occasion-newborn = Farzand tugʻilishi
occasion-graduation = Oʻqishni bitirish
occasion-new-year = Yangi yil
occasion-navruz = Navroʻz
occasion-eid = Hayit
occasion-womens-day = 8-mart
occasion-get-well = Tezroq tuzaling
occasion-just-because = Shunchaki

# Topics an artist may welcome or refuse
topic-politics = siyosat
topic-religion = din
topic-religious-holiday = diniy bayramlar
topic-alcohol = spirtli ichimliklar
topic-betting = tikish va qimor
topic-medicine = tibbiyot va davolanish
topic-money = pul va qarz
topic-advertising = reklama
topic-romance = muhabbat izhori
topic-football = futbol
topic-humour = hazil
