"""Indicator values, recognised by their layout, as one series for each indicator."""
