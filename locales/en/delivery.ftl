# News of an order.
order-news-refunded = The money for order no. { $number } is back with you: { $money }.
order-news-surplus = An extra payment came for order no. { $number }; we sent it back.
