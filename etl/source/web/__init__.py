"""Polite and safe fetching: one request at a time, nowhere but where it is allowed, nothing without limits."""
