"""Files that nobody made on purpose: `make fuzz`, bounded in time."""
