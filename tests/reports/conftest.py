"""Invented plans and runs that the tests of the outputs share."""
