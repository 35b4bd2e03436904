"""Beside the flow: the people of the helpdesk. Accounts, roles, passwords and sessions; the console asks who it is."""
