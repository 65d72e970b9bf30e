# News of an order.
order-news-refunded = Деньги за заказ № { $number } вернулись к вам: { $money }.
order-news-surplus = За заказ № { $number } пришёл лишний платёж — мы его вернули.
