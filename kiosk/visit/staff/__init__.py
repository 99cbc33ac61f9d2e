"""Staff at the terminal: the way in, what is to do, trials, and what they may change."""
