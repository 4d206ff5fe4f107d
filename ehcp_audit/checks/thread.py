"""Checks on thread."""
