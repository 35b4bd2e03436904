"""The choices that forms offer, and how long a typed answer may be."""

from __future__ import annotations

LONGEST_SUBJECT, LONGEST_PERIOD, LONGEST_FUNCTION = 200, 100, 80
"""Characters; the columns of the record are as long."""

SUBJECTS = ("rol_gemeente", "livc", "signalen_herkennen", "polarisering", "beroepsgeheim")
"""Topics that the form offers as a subject; any other can be typed."""

PERIODS = {
    "zo_snel_mogelijk": "Zo snel mogelijk",
    "binnen_drie_maanden": "Binnen drie maanden",
    "later": "Later, in overleg",
}
MOMENTS = {
    "voormiddag": "In de voormiddag",
    "namiddag": "In de namiddag",
    "maakt_niet_uit": "Maakt niet uit",
}

SKIP = "overslaan"
KEEP = "behouden"
YES = "ja"
