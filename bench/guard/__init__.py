"""How well the guard finds what it must hide, how fast it is, and how others do on the same texts."""
