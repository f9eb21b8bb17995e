"""``python -m etl``."""

from etl.command import app

app(prog_name="python -m etl")
