"""Rasa's custom actions, one a file: thin, the thinking is in `bot.answers` and `bot.knowledge`.

The engine runs them in its own process; `rasa run actions` runs them as Rasa's users expect.
"""
