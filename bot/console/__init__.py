"""A reader behind the log: the pages of the helpdesk's people, made on the server, in Dutch.

`app` lists the pages, `guard` says who may see them, `login` lets people in. Acts belong to other packages.
"""
