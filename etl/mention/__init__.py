"""Finds the numbers and the periods that a sentence prints."""
