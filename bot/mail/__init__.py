"""Beside the flow: e-mail to the helpdesk and to who asked for an answer, queued with what it tells of, sent apart.

`outbox` is the table as a state machine, `answers` and `transcripts` seal what goes to a visitor, `texts` composes,
`sending` is the loop beside the gateway, `smtp` hands one mail to the server, `trouble` is for who looks after it.
"""
