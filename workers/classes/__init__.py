"""What each class of worker does, a file a class; a class imports its engines only when it is loaded."""
