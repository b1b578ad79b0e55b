"""Measures the reading of office files, beside other readers."""
