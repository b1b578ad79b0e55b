"""The engine that needs no model: it extracts, quotes and fills in, and says so."""
