"""Tests of bot.booklet: every answer is on paper, and says what the bot says."""
