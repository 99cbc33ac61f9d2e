"""Builds the Debian packages of terminal and intake. `make deb` runs it with Debian's own Python and nothing else."""
