# What staff must look at.
alert-refund-failed = ⚠️ A refund failed: { $why } (refund { $refund_id })
alert-refund-by-hand = ⚠️ Please send { $amount } soʻm back for order no. { $number } in the cabinet of { $provider }.
