"""What the project's speed is, measured: ``make bench``."""
