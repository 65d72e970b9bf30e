"""What people write, judged before a star says it; and how long it will sound."""
