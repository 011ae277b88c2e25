"""Chinese knowledge as tables."""
