"""Beside the flow: `wegwijs check`. Do configuration, knowledge and training data agree with each other?

It runs before anything is trained or shown. Each module checks one kind of file;
`run` gathers what all of them find.
"""
