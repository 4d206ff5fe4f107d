"""Ratios, not only times: what ehcp-audit costs, beside the floor that nobody could go below."""
