"""From the options of a claim to its verdict: how sure each has to be, what overrules what, and the reasons."""
