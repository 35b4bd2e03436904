"""What a visitor can ask the helpdesk for: each request a record of its own, filled in as a form in the conversation.

`kinds` and `fields` declare the forms, `reading` says what a message means in one, `replies` asks and sums up;
the engine's actions call these. `models` and `store` keep the records, which `conversations` writes with the messages.
"""
