# News of an order.
order-news-paid = 💚 Thank you! Order no. { $number } is paid: { $money }. We are getting it ready and will write at every step.
order-news-accepted = 💚 Thank you! Order no. { $number } is accepted. We are getting it ready and will write at every step.
order-news-refunded = The money for order no. { $number } is back with you: { $money }.
order-news-surplus = An extra payment came for order no. { $number }; we sent it back.

# News of a parcel.
order-news-parcel-new = 📦 Order no. { $number } is packed and handed to the carrier’s care.
order-news-parcel-accepted-to-locker = 📦 Order no. { $number } has set off: the carrier has accepted it ({ $place }).
order-news-parcel-in-depot = 🚚 Order no. { $number } is at the carrier’s depot: { $place }.
order-news-parcel-final-destination = 📬 Order no. { $number } has arrived: { $place }. It waits for you in the locker.
order-news-parcel-pin = 🔑 PIN of the locker: <tg-spoiler>{ $pin }</tg-spoiler>
    Do not show it to anybody: whoever knows it can take the parcel.
order-news-parcel-delivered = 🎉 You have order no. { $number }. Enjoy it!
order-news-parcel-handed-over = 🚚 Order no. { $number } is with the courier, who will call you: { $place }.
order-news-parcel-ready = 🛍 Order no. { $number } is ready: come and get it at { $place }. Just tell the number.
order-news-parcel-expired = ⌛ Order no. { $number } was not picked up in time and is on its way back to us. We will write to you.
order-news-parcel-accepted-for-return = ↩️ The carrier has taken order no. { $number } back from you. We are waiting for it.
order-news-parcel-returned = ↩️ Order no. { $number } has come back to us. A person of ours will write to you.
order-news-parcel-canceled = ✖️ The delivery of order no. { $number } was called off.
order-news-parcel-missing = 🔎 The carrier did not find the parcel of order no. { $number } with us. We are looking into it.
order-news-parcel-lost = 😔 The carrier reports the parcel of order no. { $number } lost. We are on it and will make it good.
order-news-parcel-moved = 📦 There is news of order no. { $number }: { $place }.
order-news-parcel-earlier = 🕓 Told late, from { $when }:
    { $words }

# Choosing how goods travel.
delivery-carrier-closed = This way of delivery is not open. Please choose another.
delivery-carrier-away = The carrier does not answer just now. Please try again in a minute.
delivery-locker-gone = There is no such locker, or it takes no parcels now. Please choose another.
delivery-place-unknown = We do not know this place. Please choose one from the list.
delivery-phone-wrong = The carrier does not accept this telephone number. Please write it with the country code.
delivery-too-big = This parcel does not fit into a locker. Please choose the courier.
delivery-refused = The carrier does not take this parcel ({ $code }).
delivery-too-late-to-stop = The parcel is on its way already; it can no longer be called off.
delivery-no-label = There is no label for this parcel.
