"""Behind statistics: the answer to the questions of the member of parliament (1a-1d, 2a-2e) for a period, on paper."""
