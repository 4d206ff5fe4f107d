"""Checks on dates."""
