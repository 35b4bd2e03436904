"""Beside the log: encrypted copies of the database, kept for some days.

`cipher` seals a file in pieces, `files` names and forgets them, `making` makes one and puts it back.
"""
