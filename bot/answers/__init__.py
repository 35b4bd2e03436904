"""Inside step 5 of the flow: composing replies from knowledge. Plain functions that the actions of Rasa call."""
