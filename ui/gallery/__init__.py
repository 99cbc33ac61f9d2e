"""The gallery: every component in every state, to leaf through or as pictures."""
