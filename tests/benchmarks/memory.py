"""How much memory processes hold, as the system counts it."""

from pathlib import Path

PAGES_A_MIB = 256  # of 4096 bytes


def resident(pid: int) -> int:
    """Return the memory that a process holds, in MiB; 0 where it has ended."""
    try:
        return int(Path(f"/proc/{pid}/statm").read_text().split()[1]) // PAGES_A_MIB
    except OSError:
        return 0


def of_largest_worker(pid: int) -> int:
    """Return the memory that the largest worker process of a run holds, in MiB; 0 without any."""
    workers = [child for child in children(pid) if "ingest.work.child" in command(child)]
    return max((resident(worker) for worker in workers), default=0)


def children(pid: int) -> list[int]:
    """Return the processes that a process has started and not outlived."""
    try:
        threads = list(Path(f"/proc/{pid}/task").iterdir())
        return [int(child) for thread in threads for child in (thread / "children").read_text().split()]
    except OSError:
        return []


def command(pid: int) -> str:
    """Return a process's command line; "" where it has ended."""
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace")
    except OSError:
        return ""
