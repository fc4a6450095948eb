"""Reviews: chosen exhibits in an order, frozen to one day, and what was promised there.

    a Deck of choices ─looked up─▶ Screens (composed again, as of its day) ─▶ shown or handed out

deck         a review: what is shown at it, in which order, of which day
promises     commitments: open, late, done; those of earlier reviews come first
typed        commitments as they are typed in
opening      the screens of a review, and the hand-out of all of it
frozen       the day to which a review is frozen
refreshing   what a newer day would change on its screens

A deck holds references and no pictures: each is composed anew from the snapshot it is frozen to.
"""
