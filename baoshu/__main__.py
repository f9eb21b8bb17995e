"""``python -m baoshu``."""

from baoshu.command import app

app(prog_name="baoshu")
