# Progress and failure: what the person at the terminal sees. Sourced by ./dev.

readonly LOGS=build/logs

start_clock() { SECONDS=0; }

say() { printf '[%4ds] %s\n' "$SECONDS" "$*"; }

fail() {
  printf '\n%s\n' "$*" >&2
  exit 1
}

# step LOG "What is done" COMMAND...: runs the command with its output in build/logs/LOG.log, says
# every 15 seconds how far it is, and gives its exit status.
step() {
  local log=$LOGS/$1.log what=$2 started=$SECONDS status=0
  shift 2
  mkdir -p "$LOGS"
  say "$what ..."
  "$@" >"$log" 2>&1 &
  watch_step $! "$log" "$what" || status=$?
  ((status != 0)) || say "$what: done in $((SECONDS - started)) s"
  return $status
}

# The same, and ends ./dev with one plain sentence when the command fails.
must() {
  step "$@" && return
  printf '\n--- the end of %s:\n' "$LOGS/$1.log" >&2
  tail -n 15 "$LOGS/$1.log" >&2
  fail "$2 failed; the whole log is in $LOGS/$1.log."
}

watch_step() {
  local process=$1 log=$2 what=$3 next=$((SECONDS + 15))
  while kill -0 "$process" 2>/dev/null; do
    sleep 0.2
    ((SECONDS < next)) && continue
    say "  $what: $(last_line "$log")"
    next=$((SECONDS + 15))
  done
  wait "$process"
}

# The last line without the codes that move a cursor or colour a text.
last_line() { tail -n 1 "$1" | sed 's/\x1b\[[0-9;]*[A-Za-z]//g' | tr -d '\r' | cut -c1-90; }
