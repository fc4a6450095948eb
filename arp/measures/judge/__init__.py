"""Readiness to expand: gates, what each rests on, and whether it is met. There is no score."""
