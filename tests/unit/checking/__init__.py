"""Tests of bot.checking: one planted fault gives one problem, in the right place."""
