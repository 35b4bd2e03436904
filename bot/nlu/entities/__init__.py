"""What a message names, found by the lists in knowledge/: one module a kind, behind bot.nlu.wordlists."""
