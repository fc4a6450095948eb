"""The sample city: Sampleton, made up from a seed. No place, person or call in it is real.

place       what Sampleton is: districts, call types, teams, schedules, the two planted changes
demand      calls for service, hour by hour
program     the four teams' work: who was free, who was sent, why a call was missed
responders  police, fire and EMS units on calls
contacts    encounters, how they ended, and Care Navigation's follow-ups
settings    the program's settings and the monthly figures
planted     what is true in the city, written down by the simulation itself
defects     the faults that real files have
city        all of it together, as tables of the lake
build       the city as a lake; workbooks: the city as the files staff would get
"""

from arp.sample.build import build_lake
from arp.sample.city import City, city
from arp.sample.planted import Planted
from arp.sample.workbooks import write_workbooks

__all__ = ["City", "Planted", "build_lake", "city", "write_workbooks"]
