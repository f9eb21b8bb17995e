"""What a word is: a key with its Chinese and its English."""

from __future__ import annotations

Entries = dict[str, tuple[str, str]]
"""Key -> (Chinese, English); braces hold values."""
