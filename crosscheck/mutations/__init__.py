"""Ways to plant an error into an entry, one file each; each ends in a ``CHANGE``."""
