"""A terminal locked down: no console, no other stick, no other network. The files lie in installer/lockdown."""
