"""A small online shop."""

__version__ = "0.4.0"
