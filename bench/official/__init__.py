"""How the linter of official documents does, beside a public one."""
