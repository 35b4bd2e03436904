"""Behind conversations: the facts that are counted. Who asked what, what came of it, referred where; never a text."""
