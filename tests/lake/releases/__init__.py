"""Lakes that earlier releases wrote, kept as they wrote them."""
