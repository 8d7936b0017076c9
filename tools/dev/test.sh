# Every test, and one total line at the end. Sourced by ./dev.
#
# Three kinds of runs: ctest (C++, scenarios, architecture, the API contract: whatever the build
# registers), the web's own checks, and the browser journeys against a demo office of their own.

passed=0
failed=0
only=""
without=""

test_command() {
  local preset=release folder=build
  while (($# > 0)); do
    case "$1" in
      --sanitize | --threads) preset=${1#--} folder=build-${1#--} ;;
      --without) without=${2:?--without needs the name of a part} && shift ;;
      --only) only=${2:?--only needs the name of a part} && shift ;;
      *) fail "./dev test takes --sanitize, --threads, --only and --without PART, not \"$1\"." ;;
    esac
    shift
  done
  export TSAN_OPTIONS="suppressions=$ROOT/tests/threads.supp"
  beside=(node test)
  prepare_tests "$preset" "$folder"
  ! wanted_in_ctest || run_ctest "$folder"
  ! wanted web || run_web_checks
  ! wanted browser || run_browser_journeys "$folder"
  say "Everything asked for has run"
  printf '\n%d passed, %d failed\n' "$passed" "$failed"
  ((failed == 0))
}

wanted() { [[ $without != "$1" && (-z $only || $only == "$1") ]]; }

wanted_in_ctest() { [[ $only != web && $only != browser ]]; }

prepare_tests() {
  local preset=$1 folder=$2
  case "$only" in
    web) ensure_packages node && build_web ;;
    browser) build_with_web "$preset" "$folder" motcua ;;
    *) build_with_web "$preset" "$folder" all ;;
  esac
}

# count LABEL PASSED FAILED LOG: adds to the total and says so.
count() {
  passed=$((passed + $2))
  failed=$((failed + $3))
  say "$1: $2 passed, $3 failed"
  (($3 == 0)) || say "  what failed, and why: $4"
}

run_ctest() {
  local folder=$1 report=$ROOT/$1/ctest.xml
  local selection=()
  [[ -z $only ]] || selection=(-R "^$only")
  rm -f "$report"
  step ctest "Running the tests in C++ and Python" ctest --test-dir "$folder" -j "$JOBS" \
    --no-tests=error --output-on-failure --output-junit "$report" "${selection[@]}" || true
  local all bad
  all=$(junit_number tests "$report")
  bad=$(junit_number failures "$report")
  if [[ -z $all || $all == 0 ]]; then
    count "Tests in C++ and Python" 0 1 "$LOGS/ctest.log"
    return
  fi
  count "Tests in C++ and Python" $((all - bad)) "$bad" "$LOGS/ctest.log"
  sed -n '/The following tests FAILED/,$p' "$LOGS/ctest.log"
}

junit_number() { grep -o "\b$1=\"[0-9]*\"" "$2" 2>/dev/null | head -n 1 | tr -dc 0-9; }

# The number before a word in the last line that has both: "  12 passed (13s)" gives 12.
number_before() {
  sed 's/\x1b\[[0-9;]*m//g' "$2" | grep -oE "[0-9]+ $1\b" | tail -n 1 | grep -oE '^[0-9]+' || echo 0
}

run_web_checks() {
  local status=0
  step web-check "Checking the web" npm --prefix web run check || status=$?
  count_log "Web" web-check "$status"
}

# count_log LABEL LOG STATUS: numbers as vitest and Playwright print them; a run that failed
# without naming a test counts as one failure.
count_log() {
  local log=$LOGS/$2.log good bad
  good=$(number_before passed "$log")
  bad=$(number_before failed "$log")
  (($3 == 0 || bad > 0)) || bad=1
  ((good + bad > 0)) || bad=1
  count "$1" "$good" "$bad" "$log"
  ((bad == 0)) || tail -n 40 "$log"
}

run_browser_journeys() {
  local folder=$1 data port server mail status=0
  data=$(mktemp -d)
  port=$(free_port)
  mkdir -p "$LOGS"
  start_mail_server "$data"
  "$folder/motcua" demo --data "$data/office" --port "$port" >"$LOGS/browser-server.log" 2>&1 &
  server=$!
  # shellcheck disable=SC2064
  trap "kill $server $mail 2>/dev/null || true; rm -rf '$data'" EXIT
  if step browser-start "Starting a demo office for the browser" answers "$port" "$server"; then
    step browser "Walking through the journeys in a browser" \
      env MOTCUA_URL="http://127.0.0.1:$port" MOTCUA_MAIL="$data/mail" \
      npm --prefix web run journeys || status=$?
    count_log "Browser journeys" browser "$status"
  else
    count "Browser journeys" 0 1 "$LOGS/browser-server.log"
  fi
  kill "$server" "$mail" 2>/dev/null || true
  wait "$server" "$mail" 2>/dev/null || true
}

# start_mail_server FOLDER: a real one that keeps what comes as a Maildir; an office there hands its
# mail to it. Sets `mail` to its process.
start_mail_server() {
  local port
  port=$(free_port)
  aiosmtpd -n -l "127.0.0.1:$port" -c aiosmtpd.handlers.Mailbox "$1/mail" \
    >"$LOGS/browser-mail.log" 2>&1 &
  mail=$!
  mkdir -p "$1/office"
  (
    umask 077
    printf '[mail]\nhost = "127.0.0.1"\nsecurity = "none"\nport = %d\nfrom = "%s"\n' \
      "$port" "mot-cua@example.org" >"$1/office/notices.toml"
  )
}

free_port() {
  python3 -c 'import socket
s = socket.socket()
s.bind(("127.0.0.1", 0))
print(s.getsockname()[1])'
}

# answers PORT PROCESS: waits up to two minutes for the server; fails at once when it has ended.
answers() {
  local until=$((SECONDS + 120))
  while ((SECONDS < until)); do
    kill -0 "$2" 2>/dev/null || return 1
    (: <"/dev/tcp/127.0.0.1/$1") 2>/dev/null && return
    read -r -t 0.2 <> <(:) || true
  done
  return 1
}
