# What staff do with orders, and what a pay page calls them.
ops-line-delivery = Delivery
ops-line-order = Order no. { $number }
ops-rail-away = This way to pay does not answer just now. Please try again in a minute, or choose another.
ops-rail-closed = This way to pay is not open. Please choose another.
ops-refund-at-provider = We sent your money back.
ops-alert-stripe-amount = ⚠️ Stripe took another amount than order no. { $number } costs (session { $session }). Please look at it.
ops-alert-stripe-refund = ⚠️ Stripe holds a refund of order no. { $number } that our books cannot take ({ $refund }). Please look at it.
