"""Beside the flow: an existing mailbox, read once. Its threads become proposals that a colleague confirms, then figures."""
