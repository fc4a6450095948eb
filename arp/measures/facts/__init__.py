"""Derived facts: every definition of METRICS §3.4 once, as Ibis expressions on unbound tables."""
