"""Beside the flow: logging in by the organisation's own account, with OpenID Connect.

`provider` talks to the provider, `attempt` is one login under way, `token` verifies what comes back, `entering` finds
whose it is.
"""
