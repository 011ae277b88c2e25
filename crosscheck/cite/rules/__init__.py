"""The checks, one file a group; each file ends in ``CHECKS``."""
