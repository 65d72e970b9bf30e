# Paying.
payment-invoice-title = Video greeting
payment-invoice-description = { $artist } greets { $recipient } in a video. Order no. { $number }
payment-invoice-line = Video greeting
payment-no-order = There is no such order.
payment-other-owner = This order belongs to somebody else.
payment-already-paid = This order is already paid.
payment-order-closed = This order is closed. Please start a new one.
payment-wrong-amount = The amount does not match the order. Please open the invoice again.
payment-refund-surplus = An extra payment came for this order; we sent it back: ⭐ { $stars }.
payment-refunded = The money is back with you: ⭐ { $stars }.
payment-attempt-active = This order is being paid on another page. Finish or close that one first.
payment-refund-too-much = More cannot go back than was paid.
