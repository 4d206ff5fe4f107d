"""Finding and replacing identities: the child, the family, who works with them, where they live and learn.

A dictionary is made for each plan from what its own fields, the caseload, the file's name and properties say, and
from the people that its sentences name. `Masker` replaces them, and numbers, addresses and the like, by typed
placeholders that stay the same through the plan. Nothing here promises that every identity is found.
"""
