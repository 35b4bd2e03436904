"""Step 4 and 6 of the flow: the log. Stores each message durably before it is acknowledged, in one order without gaps.

Only this package writes the log; statistics, console and learning read it.
"""
