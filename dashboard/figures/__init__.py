"""Figures: pure functions from observations to plotly figures as plain dicts. Nothing here imports dash.

Plain dicts, because building a ``plotly.graph_objects.Figure`` takes ten times as long.
"""
