"""Beside the flow: seals contact details with keys that live outside the database, and opens them for the helpdesk.

`keyfile` holds the keys, `vault` seals and opens; bot.requests.rotation gives every record a new key.
"""
