"""What keeps everything going: the outbox, money and parcels on their way, things made ready ahead."""
