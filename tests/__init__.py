"""The tests run the sources, never what was compiled of them: ``test_compiled`` holds the two against each other."""

import os

os.environ.setdefault("BAOSHU_PURE", "1")  # before anything of etl is imported, here and in every process begun here
