"""``python -m etl``."""

from etl.command import app

if __name__ == "__main__":
    app(prog_name="python -m etl")
