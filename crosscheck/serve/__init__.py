"""The report of a corpus, live on this machine."""
