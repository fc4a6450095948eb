"""The sample city: Sampleton, made up from a seed. No place, person or call in it is real.

place       what Sampleton is: districts, call types, teams, schedules, the planted changes
chance      drawing spans, words and blanks; clock: seconds of UTC and Sampleton's local time
demand      calls for service, hour by hour
program     the four teams' work: who was free, who was sent, why a call was missed
responders  police, fire and EMS units on calls
contacts    encounters and how they ended; follow_ups: Care Navigation's attempts
settings    the program's settings; figures: the monthly figures of the city's offices
planted     what is true in the city, written down by the simulation itself
defects     the faults that real files have
tables      all of it as the lake's typed tables; layout: which row of which month's file
city        the whole of it, made in one go
build       the city as a lake of its own
exports     the same rows as staff would get them; workbooks: written; small: two to try
"""

from arp.sample.build import build_lake
from arp.sample.city import City, city
from arp.sample.planted import Planted
from arp.sample.workbooks import write_workbooks

__all__ = ["City", "Planted", "build_lake", "city", "write_workbooks"]
