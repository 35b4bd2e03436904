"""Visitors that never give up, and what they were promised."""
