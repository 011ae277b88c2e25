"""Outputs, one file each; a file that ends in a ``FORMAT`` is found by the registry."""
