"""The facts and figures of a city a second time, by loops over dicts: what the oracle counts.

What is written here follows METRICS §3.4 and §4 word by word and shares no code with arp.measures.

three_valued    yes, no and unknown
settings        the program's settings as its stored rows say them
when            wall clocks, and the minutes between two of them
duty            who was on duty and at work, at a moment and hour by hour
people          encounters and what came of them
help_given      what a contact's form says of referrals, follow-ups and ratings
follow_ups      who was followed up in time, and led to care
cases           Care Navigation's cases month by month
units           who was sent to a call
calls           calls as all feeds together know them
lists           on whose list a call stood, and how that team stood then
program         what the program did on a call
shared          what follows: missed, spared an agency, shared with police
missed          why a call was missed, and what would have reached it
city            all of a city together
figures         counts, shares, fractiles and ratios of one group's rows
indicators      each indicator as such a figure
helped          follow-ups, repeats and ratings as such figures
compared        program beside police, hours freed, candidates
estimates       what was avoided, in dollars too, and how long callers would wait
"""
