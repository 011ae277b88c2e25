"""Which facts of the sources may speak of the same thing as a claim, and how surely."""
