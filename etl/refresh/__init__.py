"""A refresh: what is new, changed or gone in the sources becomes snapshots of the store.

``run`` does it once, ``watch`` when a folder changes, ``schedule`` at set times; ``command`` is the console.
"""
