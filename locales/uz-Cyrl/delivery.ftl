# News of an order.
order-news-refunded = { $number }-буюртма пули сизга қайтди: { $money }.
order-news-surplus = { $number }-буюртма учун ортиқча тўлов келди, уни қайтариб юбордик.
