"""Citations: found, resolved, checked."""
