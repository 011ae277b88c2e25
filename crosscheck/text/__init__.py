"""Tools over plain text: folding, unwrapping, sentences."""
