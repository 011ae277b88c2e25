"""Messages for people, one file a topic, each with a table a language."""
