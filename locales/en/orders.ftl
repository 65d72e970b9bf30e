# What a person has ordered.
orders-list = <b>Your orders</b>
    Choose one to open it.
orders-none = You have no orders yet. Shall we send the first greeting?
orders-details = <b>№ { $number }</b> · { $date }
    🌟 { $artist } → <b>{ $recipient }</b>
    { $occasion }
    <blockquote>{ $words }</blockquote>
    Price: { $price }
    { $status }
orders-status-in-review = 🔎 The words are being read
orders-status-awaiting-payment = 💳 Waiting for payment
orders-status-queued = ⏳ In the queue
orders-status-rendering = 🎬 Being made
orders-status-awaiting-approval = ✋ Waiting for the artist’s approval
orders-status-ready = 📤 Being sent
orders-status-delivered = ✅ Sent
orders-status-refused = ✖️ Declined; if you paid, the money comes back
orders-status-failed = ✖️ Could not be made; if you paid, the money comes back
orders-status-cancelled = ✖️ Cancelled
orders-status-expired = ✖️ The time to pay ran out
orders-back = ‹ Orders
orders-resend = ▶️ Send me the video
orders-resend-comes = Sending…
orders-pay = Pay { $price }
orders-cancel = ✖️ Cancel
orders-cancelled = The order is cancelled.
orders-refresh = 🔄 Refresh
orders-invoice-here = ☝️ The invoice is here. Pay it and we start at once.
orders-surplus = This payment was not needed. ⭐ { $stars } will be back within a few minutes.
