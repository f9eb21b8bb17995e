"""Printed pages: characters with their places become paragraphs in the order in which they are read."""
