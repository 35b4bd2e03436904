"""Beside the flow: the papers for data protection, read from what runs; what nobody here can know is marked so.

`tables` says what each table holds and for how long, `facts` gathers the rest, `page` writes it as text.
"""
