# Буюртма хабарлари.
order-news-paid = 💚 Раҳмат! { $number }-сонли буюртма тўланди: { $money }. Тайёрлашни бошладик, ҳар бир қадамини ёзиб турамиз.
order-news-accepted = 💚 Раҳмат! { $number }-сонли буюртма қабул қилинди. Тайёрлашни бошладик, ҳар бир қадамини ёзиб турамиз.
order-news-refunded = { $number }-сонли буюртма пули сизга қайтди: { $money }.
order-news-surplus = { $number }-сонли буюртмага ортиқча тўлов келди; уни қайтариб юбордик.

# Посилка хабарлари.
order-news-parcel-new = 📦 { $number }-сонли буюртма қадоқланди ва етказиб беришга топширилмоқда.
order-news-parcel-accepted-to-locker = 📦 { $number }-сонли буюртма йўлга чиқди: етказиб бериш хизмати уни қабул қилди ({ $place }).
order-news-parcel-in-depot = 🚚 { $number }-сонли буюртма етказиб бериш омборида: { $place }.
order-news-parcel-final-destination = 📬 { $number }-сонли буюртма етиб келди: { $place }. У почтаматда сизни кутмоқда.
order-news-parcel-pin = 🔑 Ячейка PIN-коди: <tg-spoiler>{ $pin }</tg-spoiler>
    Уни ҳеч кимга кўрсатманг: кодни билган одам посилкани олиб кета олади.
order-news-parcel-delivered = 🎉 { $number }-сонли буюртма қўлингизда. Қувонч келтирсин!
order-news-parcel-handed-over = 🚚 { $number }-сонли буюртма курьерда, у сизга қўнғироқ қилади: { $place }.
order-news-parcel-ready = 🛍 { $number }-сонли буюртма тайёр: { $place } манзилидан олиб кетинг. Рақамни айтсангиз кифоя.
order-news-parcel-expired = ⌛ { $number }-сонли буюртма ўз вақтида олинмади ва бизга қайтмоқда. Сизга ёзамиз.
order-news-parcel-accepted-for-return = ↩️ Етказиб бериш хизмати { $number }-сонли буюртмани сиздан қайтариб олди. Уни кутяпмиз.
order-news-parcel-returned = ↩️ { $number }-сонли буюртма бизга қайтиб келди. Ходимимиз сизга ёзади.
order-news-parcel-canceled = ✖️ { $number }-сонли буюртмани етказиб бериш бекор қилинди.
order-news-parcel-missing = 🔎 Етказиб бериш хизмати { $number }-сонли буюртма посилкасини биздан топмади. Аниқлаяпмиз.
order-news-parcel-lost = 😔 Етказиб бериш хизмати { $number }-сонли буюртма посилкаси йўқолганини айтди. Шу билан шуғулланяпмиз ва тўғрилаймиз.
order-news-parcel-moved = 📦 { $number }-сонли буюртма ҳақида янгилик бор: { $place }.
order-news-parcel-earlier = 🕓 Кечикиб келган хабар, { $when }:
    { $words }

# Етказиб беришни танлаш.
delivery-carrier-closed = Бу етказиб бериш усули ёпиқ. Илтимос, бошқасини танланг.
delivery-carrier-away = Етказиб бериш хизмати ҳозир жавоб бермаяпти. Бир дақиқадан кейин уриниб кўринг.
delivery-locker-gone = Бундай почтамат йўқ ёки ҳозир посилка қабул қилмаяпти. Бошқасини танланг.
delivery-place-unknown = Бу жойни билмаймиз. Илтимос, рўйхатдан танланг.
delivery-phone-wrong = Етказиб бериш хизмати бу телефон рақамини қабул қилмади. Давлат коди билан ёзинг.
delivery-too-big = Посилка почтаматга сиғмайди. Илтимос, курьерни танланг.
delivery-refused = Етказиб бериш хизмати бу посилкани олмаяпти ({ $code }).
delivery-too-late-to-stop = Посилка йўлга чиқиб бўлган, уни бекор қилиб бўлмайди.
delivery-no-label = Бу посилканинг ёрлиғи йўқ.
