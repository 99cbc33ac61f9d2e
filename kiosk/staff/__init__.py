"""What staff do here, on this machine: PIN and cards, what they set, the stick, reprints, restarts."""
