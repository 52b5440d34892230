"""A web shop full of mistakes; nothing here runs."""
