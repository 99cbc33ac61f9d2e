"""A soak: random visits with random faults, faster than life, and the proofs that nothing went wrong."""
