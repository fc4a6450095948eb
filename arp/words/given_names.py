"""Frequent given names in the United States: what tells a column of people's names from labels.

Names that are as often a place, a month or a word (Virginia, Jackson, April, Grace) are left out.
"""

_NAMES = """
    aaron abdul abigail adam adrian ahmed aisha alan alberto alejandro alex alexander alexandra
    alexis alice alicia alyssa amanda amber amy ana andre andrea andrew angela anita ann anna anne
    annie anthony antonio arthur barbara benjamin bernard betty beverly billy bobby bonnie bradley
    brandon brenda brian brianna bruce bryan caitlin carla carlos carmen carol caroline carolyn
    catherine cathy cesar charles cheryl chris christian christina christine christopher cindy
    claire claudia connie corey craig crystal curtis cynthia daniel danielle danny darius darrell
    darryl david deborah debra denise dennis derek derrick diana diane diego dominique donald
    donna doris dorothy dwayne dylan earl eddie edgar eduardo edward edwin eileen elaine elena
    elizabeth ellen emily emma eric erica erik erika erin ernest esther ethan eugenia evelyn
    fatima felicia fernando frances francisco frank fred frederick gabriel gabriela gary george
    gerald gina gladys gloria gregory guillermo hannah harold harry heather hector helen henry
    howard ibrahim irene isabella jack jacob jacqueline jamal james jamie jane janet janice jared
    jasmine jason javier jean jeff jeffrey jennifer jeremy jerome jerry jesse jessica jill jim
    jimmy joan joann joe joel john johnny jonathan jorge jose joseph joshua joyce juan juanita
    judith judy julia julian julie julio justin karen karina katherine kathleen kathryn kathy
    katie kayla keisha keith kelly kelsey kenneth kevin kiara kim kimberly kristen kristin kyle
    lakisha larry latoya laura lauren leah leon leonard leroy leslie lillian linda lisa lori
    louis lucas lucia lucy luis luz lydia mandy manuel marc marcia marcus margaret maria mariah
    marie marilyn mario martha martin marvin mary mateo matthew maurice megan melanie melissa
    michael michele michelle miguel mildred mohamed mohammed monica morgan muhammad nancy natalie
    natasha nathan nicholas nicole noah norma olivia omar oscar pamela patricia patrick paul
    paula pedro peggy peter philip phillip phyllis rachel ralph ramon randy raul ray raymond
    rebecca renee rhonda ricardo richard ricky rita robert roberto robin rodney roger ronald
    rosa roy ruben russell ruth ryan samantha samuel sandra sara sarah scott sean sergio shanice
    shannon sharon shawn sheila shirley sofia sonia sophia stacy stanley stephanie stephen steve
    steven sue susan suzanne sylvia tamara tameka tammy tanisha tanya tara teresa terrence terry
    theresa thomas tiffany timothy tina todd tom tony tonya tracy travis troy tyler tyrone
    vanessa veronica vicki vincent wanda wayne wendy william willie xavier yolanda yvonne zachary
"""
GIVEN_NAMES: frozenset[str] = frozenset(_NAMES.split())
