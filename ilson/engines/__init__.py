"""Everything outside: the only folder that may import a service's library."""
