#!/usr/bin/env python3
"""Runs the benchmark programs one after the other, prints a table and keeps JSON lines.

A program may be one of Google Benchmark, or print JSON lines with name, value, unit and, where
there is a goal, at_least or at_most.
"""
import argparse
import datetime
import json
import os
import re
import subprocess
import sys
import tempfile

SECONDS_A_PROGRAM = 180


def programs(folder, wanted):
    for name in sorted(os.listdir(folder)):
        path = os.path.join(folder, name)
        if name.endswith("_benchmark") and os.access(path, os.X_OK) and re.search(wanted, name):
            yield name, path


def from_google(report):
    for run in report.get("benchmarks", []):
        if run.get("run_type") == "aggregate" and run.get("aggregate_name") != "median":
            continue
        rate = run.get("items_per_second")
        row = {"name": run["name"], "value": rate or run["real_time"],
               "unit": "/s" if rate else run["time_unit"]}
        own = {"name", "run_name", "run_type", "family_index", "per_family_instance_index",
               "repetitions", "repetition_index", "threads", "iterations", "real_time", "cpu_time",
               "time_unit", "items_per_second", "aggregate_name", "aggregate_unit", "label"}
        row.update({key: value for key, value in run.items() if key not in own})
        yield row


def rows_of(output):
    """Rows of one program's output: a report of Google Benchmark, or JSON lines."""
    start = output.find("{")
    try:
        report = json.loads(output[start:])
        if "benchmarks" in report:
            yield from from_google(report)
            return
    except ValueError:
        pass
    for line in output.splitlines():
        if line.startswith("{"):
            yield json.loads(line)


def reached(row):
    """Whether the row's goal is reached; None without one."""
    if "at_least" in row:
        return row["value"] >= row["at_least"]
    return row["value"] <= row["at_most"] if "at_most" in row else None


def line_of(row):
    goal = ""
    if reached(row) is not None:
        sign, value = (">=", row["at_least"]) if "at_least" in row else ("<=", row["at_most"])
        goal = f"{sign} {value:,g} {'reached' if reached(row) else 'MISSED'}"
    line = f"  {row['name']:<58}{number(row['value']):>14} {row['unit']:<6}{goal}"
    return line.rstrip()


def number(value):
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:,.3g}"


def run_program(path, environment):
    """Its rows and why it failed, if it did."""
    try:
        run = subprocess.run([path, "--benchmark_format=json"], stdout=subprocess.PIPE, text=True,
                             check=False, timeout=SECONDS_A_PROGRAM, env=environment)
    except subprocess.TimeoutExpired:
        return [], f"took longer than {SECONDS_A_PROGRAM} seconds"
    trouble = f"ended with status {run.returncode}" if run.returncode != 0 else None
    return list(rows_of(run.stdout)), trouble


def options():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--folder", required=True, help="where the benchmark programs are")
    parser.add_argument("--filter", default=".", help="run only programs whose name matches")
    parser.add_argument("--lines", required=True, help="the file of JSON lines to add to")
    return parser.parse_args()


def main():
    given = options()
    at = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
    failed = 0
    goals = []
    with tempfile.TemporaryDirectory(prefix="run-", dir=given.folder) as offices:
        environment = {**os.environ, "MOTCUA_BENCH_FOLDER": offices}
        for name, path in programs(given.folder, given.filter):
            print(f"\n{name}", flush=True)
            rows, trouble = run_program(path, environment)
            with open(given.lines, "a", encoding="utf-8") as lines:
                for row in rows:
                    lines.write(json.dumps({"at": at, "program": name, **row},
                                           ensure_ascii=False) + "\n")
                    print(line_of(row), flush=True)
            goals += [reached(row) for row in rows if reached(row) is not None]
            if trouble:
                failed += 1
                print(f"  {trouble}")
    print(f"\n{sum(goals)} of {len(goals)} goals reached. Rates and times depend on the machine "
          "and on what else it does;\nshares and differences were measured in the same run.")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
