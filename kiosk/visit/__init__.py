"""The visit: a value and a pure function. No Qt, no input or output, no clock."""
