"""The gate: which pairs are checked, what is new, known, waived or resolved, and what is remembered between runs."""
