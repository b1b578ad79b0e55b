"""What was used, by whom, at what cost; never what was said."""
