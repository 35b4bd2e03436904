"""Step 1 of the flow: HTTP. Receives messages, answers over a server-sent event stream, serves the widget."""
