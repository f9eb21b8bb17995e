"""Where documents come from: folders and e-paper sites.

A source finds documents; it reads none of them beyond what it takes to find the next.
"""
