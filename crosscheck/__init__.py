"""Compares a Chinese entry with its sources and checks its citations."""

__version__ = "0.1.0"
