"""Beside the flow: the booklet ("leesbundel"), every answer on paper for someone who judges them, such as a lawyer.

`contents` gathers, `referrals` puts the routing table in words, `fixed` holds the sentences that are no article,
`page` makes the HTML.
"""
