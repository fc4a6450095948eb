"""Signal and noise: XmR charts as tables. Limits, rules, summary, and when limits begin anew."""
