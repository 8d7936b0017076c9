# Benchmarks: built on demand, run one after the other on a quiet machine. Sourced by ./dev.

bench_command() {
  local filter=${1:-.}
  beside=(node test)
  build_with_web release build benchmarks
  mkdir -p "$LOGS"
  install_compared_engines
  python3 tools/bench.py --folder build/benchmarks --filter "$filter" --lines build/bench.jsonl
}

# npm's engines that ours are measured beside: each folder of benchmarks/ with a package.json.
install_compared_engines() {
  local package folder
  for package in benchmarks/*/package.json; do
    folder=$(dirname "$package")
    [[ -d $folder/node_modules ]] && continue
    must npm-ci "Fetching what $folder is measured beside" \
      npm --prefix "$folder" ci --ignore-scripts --no-audit --no-fund --loglevel=error
  done
}
