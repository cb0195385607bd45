"""History and the year so far become a forecast: a point, a width and a probability. Pure."""
