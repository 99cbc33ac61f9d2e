"""Every delay of a visit, in seconds, by name. Numbers and reasons: WCAG 2.2 §2.2.1 and our own trials."""

IDLE_WARNING = 45.0
"""Without a touch for this long, we ask whether the resident is still there."""

READING_WARNING = 180.0
"""The same where residents read, fetch their card or lay out papers."""

WARNING_ANSWER = 20.0
"""Time to answer that question with one touch anywhere (WCAG asks for 20 s at least)."""

CARD_READING = 6.0
"""How long a card is read (2 s as a rule) until we say that it cannot be, and show the other ways; reading goes on."""

NUMBER_GRACE = 3.0
"""How long a sealed application may wait for the city's own number before the offline number is shown."""

LOOKUP_LIMIT = 5.0
"""How long the city may take to tell of a case, or of papers that it holds, before the terminal goes on by itself."""

LARGE_PRINT_PACE = 2.0
"""Who reads large print has this many times as long."""

MORE_TIME_PACE = 3.0
"""So has who asked for more time, until the visit ends; a page left open must not stay for a quarter of an hour."""

DONE_WARNING = 90.0
"""How long number and slip stay until we ask: without paper, the number is all that the resident has."""

RATE_STAY = 30.0
"""How long the question for a rating waits."""

REST_RESET = 60.0
"""How long language and view that someone switched on the resting screen stay for them."""

STAFF_STAY = 60.0
"""How long the pages of staff stay without a touch, the time to answer whether they are there included."""

LIGHTS_LOOK = 3.0
"""How often the lights are looked at while staff look at them."""

GOODBYE_STAY = 6.0
"""How long the goodbye stays."""

CARD_STAY = 60.0
"""How long it stays while the card still lies on the reader, to remind."""

SEALING_LIMIT = 120.0
"""A disk that has not answered by then never will: the screen goes back to rest with nothing shown."""
