"""Apache Parquet, written as the rows come: for notebooks, DuckDB and data lakes."""

from collections.abc import AsyncIterator

import pyarrow as pa
import pyarrow.parquet as pq

from app.exports.table import Pages, Row, Table, Type

TYPES = {
    Type.TEXT: pa.string(),
    Type.INTEGER: pa.int64(),
    Type.NUMBER: pa.float64(),
    Type.BOOLEAN: pa.bool_(),
    Type.DATE: pa.date32(),
    Type.TIME: pa.timestamp("ms", tz="UTC"),
}
ROW_GROUP = 10_000


async def parquet(table: Table[Row], pages: Pages[Row]) -> AsyncIterator[bytes]:
    """Yield a table as Parquet, a row group at a time."""
    schema = pa.schema([(column.name, TYPES[column.type]) for column in table.columns])
    sink, waiting = Sink(), list[Row]()
    with pq.ParquetWriter(pa.PythonFile(sink, mode="w"), schema, compression="zstd") as writer:
        async for page in pages:
            waiting.extend(page)
            if len(waiting) >= ROW_GROUP:
                writer.write_table(arrow(table, waiting, schema))
                waiting.clear()
                yield sink.taken()
        if waiting:
            writer.write_table(arrow(table, waiting, schema))
    yield sink.taken()


def arrow(table: Table[Row], rows: list[Row], schema: pa.Schema) -> pa.Table:
    """Return rows as an Arrow table."""
    columns = zip(*(table.cells(row) for row in rows), strict=True)
    return pa.table(
        [pa.array(cells, field.type) for cells, field in zip(columns, schema, strict=True)], schema
    )


class Sink:
    """A file that only grows, and from which what was written is taken as it comes."""

    closed = False

    def __init__(self) -> None:
        self.chunks: list[bytes] = []
        self.size = 0

    def write(self, chunk: bytes) -> int:
        """Keep what is written until it is taken."""
        self.chunks.append(bytes(chunk))
        self.size += len(chunk)
        return len(chunk)

    def tell(self) -> int:
        """Return how much was ever written."""
        return self.size

    def flush(self) -> None:
        """Do nothing: what is written is there at once."""

    def close(self) -> None:
        """Accept that nothing more is written."""
        self.closed = True

    def taken(self) -> bytes:
        """Return what was written since the last time."""
        data = b"".join(self.chunks)
        self.chunks.clear()
        return data
