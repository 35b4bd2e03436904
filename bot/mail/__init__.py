"""E-mail to the helpdesk: queued with what it tells of (outbox), sent beside the gateway (sending)."""
