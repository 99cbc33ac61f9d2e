"""Installs a release of the program that the agent has brought, proves it, and takes it back when it is not well."""
