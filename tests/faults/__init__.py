"""Faults on purpose, at the counts that the project promises: ``make faults``.

``tests/test_faults.py`` is the short form.
"""
