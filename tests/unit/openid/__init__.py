"""The organisation's login."""
