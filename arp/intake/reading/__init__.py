"""From bytes to sheets of text cells, in a child process that may die of it."""
