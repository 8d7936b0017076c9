# Conformance to the standards, by cases the repository does not hold. Sourced by ./dev.

# The names motcua-conformance has for the suites. The folder is named alike, or by folder_of_suite.
readonly SUITES=(json-schema dmn-tck betsy constraints import)

folder_of_suite() {
  case $1 in
    constraints) echo betsy/constraints ;;
    import) echo betsy ;;
    *) echo "$1" ;;
  esac
}

conformance_command() {
  local folder=${MOTCUA_CONFORMANCE:-} suite failed=0 ran=0
  for beside in ../shared/conformance ../../shared/conformance; do
    [[ -n $folder || ! -d $beside ]] || folder=$beside
  done
  if [[ ! -d $folder ]]; then
    say "No cases: put them in ../shared/conformance, or name their folder in MOTCUA_CONFORMANCE"
    return
  fi
  ensure_packages build
  compile release build "Compiling the conformance tests" motcua-conformance
  for suite in "${SUITES[@]}"; do
    local cases=$folder/$(folder_of_suite "$suite") options=()
    [[ $suite != import ]] || options=(--round-trip)
    [[ ! -f tests/conformance/${suite}_known_failures.txt ]] ||
      options=(--known "tests/conformance/${suite}_known_failures.txt")
    if [[ ! -d $cases ]]; then
      say "No cases of $suite in $folder"
      continue
    fi
    say "Running the cases of $suite"
    ran=$((ran + 1))
    build/motcua-conformance "$suite" "$cases" "${options[@]}" || failed=$((failed + 1))
  done
  say "$ran suites have run, $failed with failures"
  ((failed == 0))
}
