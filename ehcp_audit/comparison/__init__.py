"""Periods, teams and authorities side by side: intervals first, and no word that the interval does not allow."""
