# Why something cannot be done.
error-not-found = Bunday narsa topilmadi. Ehtimol, u oʻchirilgan.
error-artist-gone = Bu sanʼatkor hozir tabrik yozmayapti. Boshqasini tanlang.
error-no-consent = { $artist } hozircha tabriklarga rozilik bermagan.
error-artist-busy = { $artist } bugun juda band. Ertaga yana urinib koʻring.
error-too-many-videos = Bugun bepul tabriklar soni tugadi ({ $limit } ta). Ertaga kutamiz!
error-words-blocked = Bu soʻzlarni aytib boʻlmaydi.
error-language = Bunday tilni bilmaymiz.
error-staff-only = Bu faqat xodimlar uchun.
error-too-late-to-cancel = Endi bekor qilib boʻlmaydi: tabrik tayyorlanmoqda.
error-voice-busy = Ovozni hozir eshittira olmadik. Bir ozdan soʻng qayta urinib koʻring.
error-unexpected = Kechirasiz, bizda nosozlik yuz berdi. Hech narsa yoʻqolmadi, yana bir bor urinib koʻring.
review-reason-missing = Sababini yozing: uni muxlis oʻqiydi.
review-already-decided = Bu allaqachon hal qilingan.
error-artist-language = { $artist } bu tilda gapirmaydi. Iltimos, matnni yulduz biladigan tilda yozing.
error-part-busy = Hozir soʻrovlar juda koʻp. Birozdan soʻng yana urinib koʻring.
