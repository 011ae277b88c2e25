"""Dates: how they are written, what they lean on, how two of them relate.  The kind is `crosscheck.kinds.date`."""
