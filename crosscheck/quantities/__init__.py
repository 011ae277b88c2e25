"""Numbers with what they count or measure.  The kind is `crosscheck.kinds.quantity`."""
