"""Inside step 5 of the flow: understanding. Which question is this, in which language, how sure are we?

`components` are the Rasa graph components of config.yml; the modules beside it hold the thinking, without Rasa.
"""
