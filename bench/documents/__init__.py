"""Measures how Ilson reads office files, beside other readers."""
