"""Orders and their money, whatever rail it comes by: taken once, exactly; sent back once."""
