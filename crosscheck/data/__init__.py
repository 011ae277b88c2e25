"""Data that ships with crosscheck."""
