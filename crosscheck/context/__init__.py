"""What a fact is said of: the words around it, the occasion in force, and how its clause puts it."""
