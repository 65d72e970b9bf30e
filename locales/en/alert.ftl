# What staff must look at.
alert-refund-failed = ⚠️ A refund failed: { $why } (refund { $refund_id })
alert-refund-by-hand = ⚠️ Please send { $amount } soʻm back for order no. { $number } in the cabinet of { $provider }.
alert-fiscal-perform = ⚠️ No receipt from { $provider } for the payment of order no. { $number }.
alert-fiscal-cancel = ⚠️ No receipt from { $provider } for the refund of order no. { $number }.
alert-difference = ⚠️ Our books and { $provider } differ ({ $difference }): { $reference }, order no. { $number }. Ours: { $ours }. Theirs: { $theirs }.
