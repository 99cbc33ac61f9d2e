"""`kiosk doctor`: looks at everything that can be wrong, changes nothing, and says what to do."""
