# What Payme, and through it a buyer, is told; and fiscal receipts.
payme-not-post = The request must be a POST.
payme-bad-json = The request is not readable JSON.
payme-bad-request = A required field is missing or of a wrong type.
payme-no-method = There is no such method.
payme-not-allowed = Not enough rights for this.
payme-broken = Something broke on our side. Please try again a little later.
payme-wrong-amount = The amount is not that of the order.
payme-no-transaction = There is no such transaction.
payme-delivered = The order is delivered and can no longer be cancelled.
payme-impossible = This cannot be done now.
payme-too-late = The time for this payment is over. Please open the page anew.
payme-no-order = There is no order with this number. Please check it.
payme-no-receipt = There is no such receipt.
payme-bad-receipt = The data of the receipt is not valid.
payme-away = Payme is not available right now. Please choose another way to pay.
payme-refund-reason = The payment was cancelled and your money was returned.
