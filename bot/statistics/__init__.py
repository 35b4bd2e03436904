"""Behind the flow: the figures. Counts what was registered, by month, as text-free tables."""
