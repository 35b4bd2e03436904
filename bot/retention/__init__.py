"""Behind the log: what goes when its time is over. Once a day, by one process, whatever number of them runs."""
