"""The parts of the pipeline in config.yml: thin Rasa graph components around the modules of `bot.nlu`."""
