"""People's judgements side by side: how far they agree, on what they differ, and what was agreed in the end."""
