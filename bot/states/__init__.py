"""What may follow what: one table a noun, and the only functions that write a state."""
