"""``python -m baoshu``."""

from baoshu.command import app

if __name__ == "__main__":
    app(prog_name="baoshu")
