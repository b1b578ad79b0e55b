"""Learns the weights by which the guard finds names; never part of the product."""
