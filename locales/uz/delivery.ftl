# News of an order.
order-news-refunded = { $number }-buyurtma puli sizga qaytdi: { $money }.
order-news-surplus = { $number }-buyurtma uchun ortiqcha toʻlov keldi, uni qaytarib yubordik.
