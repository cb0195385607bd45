"""The figure appendix: every number that the documents print, followed home."""
