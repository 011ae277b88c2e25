"""Reading: a file of any format becomes a Document."""
