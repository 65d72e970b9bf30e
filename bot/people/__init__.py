"""Who we talk to: how they arrive, sign in, are helped, and what each of them may do."""
