"""Mentions and their context become claims: what each number measures, of whom, when and against what."""
