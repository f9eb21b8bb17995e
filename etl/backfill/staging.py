"""What the batches of a backfill have given and what is not yet published: one file a batch, a function of its id.

A file's name is the batch's id and the SHA-256 of what it holds, so that a file that is there is known to be whole.
It is an Arrow file: on a disk it is mapped into memory, and rows are read from where they lie.
"""

from __future__ import annotations

from collections.abc import Collection
from hashlib import sha256

import pyarrow as pa

from etl.backfill.place import is_url, place_of
from etl.store.fault import StoreDamagedError, StoreError

_END = ".arrow"


class Staging:
    """The files of batches below a folder or a URL."""

    def __init__(self, root: str) -> None:
        self.root = root
        self._place = place_of(root)
        compression = "zstd" if is_url(root) else None  # what is mapped is not unpacked
        self._options = pa.ipc.IpcWriteOptions(compression=compression)

    def whole(self, batches: Collection[str]) -> dict[str, str]:
        """The files of those batches that have one, by the batch; what is damaged is removed."""
        found = {}
        for name in sorted(self._place.names()):
            batch = name.partition("-")[0]
            if batch in batches and name.endswith(_END):
                try:
                    self._content(name)
                    found[batch] = name
                except StoreDamagedError:
                    continue
        return found

    def write(self, batch: str, table: pa.Table) -> str:
        """Writes the batch's file; the name it appears under, whole, when this returns."""
        sink = pa.BufferOutputStream()
        with pa.ipc.new_file(sink, table.schema, options=self._options) as writer:
            writer.write_table(table)
        content = sink.getvalue()
        name = f"{batch}-{sha256(content).hexdigest()}{_END}"
        self._place.put(name, content)
        return name

    def read(self, name: str) -> pa.Table:
        """The table of a file; raises ``StoreDamagedError``, and the next run does the batch again."""
        with pa.ipc.open_file(self._content(name)) as reader:
            return reader.read_all()

    def clear(self) -> None:
        """Removes every file: all is published."""
        self._place.clear()

    def _content(self, name: str) -> pa.Buffer:
        try:
            content = self._place.get(name)
        except FileNotFoundError:
            raise StoreError(
                f"{self.root}/{name}: 工作机写下的文件此处没有，数据仓须是各机共用的文件夹 · "
                "what a worker wrote is not here: the store's folder must be one that all machines share"
            ) from None
        if sha256(content).hexdigest() != name.partition("-")[2].removesuffix(_END):
            self._place.remove(name)
            raise StoreDamagedError(
                f"{self.root}/{name}: 暂存文件已损坏并移走，请再运行一次 · "
                "the staged file was damaged and is removed, run again"
            )
        return content
