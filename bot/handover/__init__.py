"""Beside the flow: when a person of the helpdesk is there, and how long a visitor may expect to wait for one."""
