"""Beside the flow: a mailbox that is read. Its threads become proposals, and figures once a colleague confirms them."""
