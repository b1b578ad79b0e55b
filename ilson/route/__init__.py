"""Which model answers: task, grade, budget, health."""
