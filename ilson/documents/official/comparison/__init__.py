"""Two versions of one text side by side, as a table of old and new provisions (신구조문대비표)."""
