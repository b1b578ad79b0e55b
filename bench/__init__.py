"""The benchmarks: each measures one thing that a person waits for, side by side with what limits it."""
