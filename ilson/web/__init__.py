"""HTTP in, server-sent events out; no decision is taken here."""
