"""A whole terminal on one desk: simulated hardware, the city's server, the sync agent, scripted residents."""
