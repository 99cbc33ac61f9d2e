"""First start: from a bare program to a terminal that serves, by touch or from a file of answers."""
