"""Plans with planted identities, and the judge that looks for them by brute force. Nobody in them exists."""
