"""The commands of `kiosk-intake`, a module for each kind."""
