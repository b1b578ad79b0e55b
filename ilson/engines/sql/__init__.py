"""The relational database: one SQLAlchemy implementation for SQLite and PostgreSQL."""
