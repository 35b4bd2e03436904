"""Beside the flow: what Wegwijs knows. Topics, articles, contacts and routing, loaded once from knowledge/."""
