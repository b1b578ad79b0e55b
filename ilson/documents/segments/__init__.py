"""The visible text of HWPX and DOCX as segments that can be replaced while all else stays as it is."""
