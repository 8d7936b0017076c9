# Benchmarks: built on demand, run one after the other on a quiet machine. Sourced by ./dev.

bench_command() {
  local filter=${1:-.}
  beside=(node test)
  build_with_web release build benchmarks
  mkdir -p "$LOGS"
  python3 tools/bench.py --folder build/benchmarks --filter "$filter" --lines build/bench.jsonl
}
