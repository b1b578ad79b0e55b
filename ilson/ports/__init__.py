"""The sockets: one small Protocol for each outside thing that can be swapped."""
