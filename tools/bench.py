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
        yield from from_google(json.loads(output[start:]))
        return
    except ValueError:
        pass
    for line in output.splitlines():
        if line.startswith("{"):
            yield json.loads(line)


def verdict(row):
    goal = row.get("at_least", row.get("at_most"))
    if goal is None:
        return ""
    reached = row["value"] >= goal if "at_least" in row else row["value"] <= goal
    return f"{'reached' if reached else 'MISSED'} ({'>=' if 'at_least' in row else '<='} {goal:,})"


def number(value):
    return f"{value:,.0f}" if abs(value) >= 100 else f"{value:,.3g}"


def main():
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("--folder", required=True, help="where the benchmark programs are")
    options.add_argument("--filter", default=".", help="run only programs whose name matches")
    options.add_argument("--lines", required=True, help="the file of JSON lines to add to")
    given = options.parse_args()
    at = datetime.datetime.now().astimezone().isoformat(timespec="seconds")
    failed = 0
    for name, path in programs(given.folder, given.filter):
        print(f"\n{name}", flush=True)
        run = subprocess.run([path, "--benchmark_format=json"], stdout=subprocess.PIPE, text=True,
                             check=False)
        failed += run.returncode != 0
        with open(given.lines, "a", encoding="utf-8") as lines:
            for row in rows_of(run.stdout):
                lines.write(json.dumps({"at": at, "program": name, **row}) + "\n")
                print(f"  {row['name']:<52}{number(row['value']):>14} {row['unit']:<8}"
                      f"{verdict(row)}", flush=True)
        if run.returncode != 0:
            print(f"  ended with status {run.returncode}")
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
