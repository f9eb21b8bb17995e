"""What the project's speed is, measured: ``make bench``. It is that of the sources unless a figure says otherwise."""

import os

os.environ.setdefault("BAOSHU_PURE", "1")  # before anything of etl is imported, here and in every process begun here
