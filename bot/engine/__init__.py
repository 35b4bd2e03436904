"""Step 5 of the flow: understanding and answering with Rasa, in processes of their own that keep nothing.

`protocol` and `client` are what the gateway sees; only `agent` and `server` import Rasa.
"""
