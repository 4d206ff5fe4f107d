"""`python -m benchmarks [start|check-one|extract|rules|batch ...]`: print the ratios, their goals and parity.

Each figure is the smallest CPU time of several runs, of the process and all it started. Compare across machines by
ratio only. A speed without its parity row (the same cells, the same words, the same scorecards) is void.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from benchmarks import batch, check_one, extract, rules, start
from benchmarks.measuring import host
from benchmarks.sample import make_plans

PARTS = {
    "start": start.measure,
    "check-one": check_one.measure,
    "extract": extract.measure,
    "rules": rules.measure,
    "batch": batch.measure,
}


def main() -> int:
    """Measure what was asked for, all of it unless said."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("parts", nargs="*", metavar="PART", help=", ".join(PARTS))
    parser.add_argument("--plans", type=int, help="plans to measure on (30; in a batch 200)")
    parser.add_argument("--seed", default="7", help="seed of the plans (7)")
    parser.add_argument("--runs", type=int, default=5, help="runs of each; the smallest counts (5)")
    options = parser.parse_args()
    unknown = [part for part in options.parts if part not in PARTS]
    if unknown:
        parser.error(f"no part called {unknown[0]}; there are {', '.join(PARTS)}")
    sys.stdout.write(host() + "\n")
    with tempfile.TemporaryDirectory(prefix="ehcp-audit-benchmarks-") as folder:
        for name in options.parts or PARTS:
            count, format = options.plans or (200 if name == "batch" else 30), "docx" if name == "batch" else "both"
            where = Path(folder, f"{count}-{format}")
            plans = make_plans(where, count, options.seed, format) if name != "start" else Path(folder)
            sys.stdout.write(f"\n{name}\n")
            for row in PARTS[name](plans, options.runs):
                sys.stdout.write(f"  {row}\n")
                sys.stdout.flush()
    return 0


if __name__ == "__main__":
    sys.exit(main())
