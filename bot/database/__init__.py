"""Under conversations and registration: one database, SQLite or PostgreSQL, with a single writer.

`connection` reads and writes, `base` declares tables, `migrations` changes them.
"""
