"""The menu of files that the filtered rows can be taken away in."""

from __future__ import annotations

from dashboard.words.entry import Entries

TEXTS: Entries = {
    "download_help": ("恰为当前筛选的全部行，含原句与出处", "Exactly the rows of this filter, with sentence and place"),
    "download_csv": ("下载 CSV", "Download CSV"),
    "download_more": ("其他格式", "Other files"),
    "download_xlsx": ("Excel 工作簿", "Excel workbook"),
    "download_xlsx_help": ("附说明页与原文链接，最多五万行", "with an explanation and links, up to 50,000 rows"),
    "download_parquet": ("Parquet", "Parquet"),
    "download_parquet_help": ("各列带说明，供 pandas、DuckDB", "with descriptions of columns, for pandas and DuckDB"),
    "download_zip": ("数据包 ZIP", "Package (ZIP)"),
    "download_zip_help": ("数据、说明、GB/T 7714 引文、查询条件", "data, readme, citations, query"),
    "download_api": ("程序接口", "API"),
}
