# Payments through Click.
click-alert-contradiction = ⚠️ Click cancelled a payment it had confirmed (code { $code }): transaction { $transaction }, order no. { $number }. Please look in the cabinet of Click.
click-away = Click does not answer right now. Please try again a little later.
click-refund-reason = The payment was returned through Click.
click-alert-fiscal = ⚠️ The receipt of order no. { $number } was not sent through Click: { $why }
