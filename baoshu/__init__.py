"""报数 Baoshu: every number a Chinese newspaper prints, with its exact place and meaning."""
