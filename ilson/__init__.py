"""Ilson (일손): AI work support for Korean public officials, on the agency's own network."""
