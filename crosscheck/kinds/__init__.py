"""Kinds of fact, one file each; a file that ends in a ``KIND`` is found by the registry."""
