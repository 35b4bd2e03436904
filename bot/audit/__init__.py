"""Beside the flow: who of the organisation saw, exported, changed or erased what. Never what was said.

`models` holds the lines, `chain` ties each to the one before with a `key` from outside the database, `verify` reads it.
"""
