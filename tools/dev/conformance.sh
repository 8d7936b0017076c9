# Conformance to the standards, by cases the repository does not hold. Sourced by ./dev.

# The folder of a suite and the name motcua-conformance has for it.
readonly SUITES=(json-schema dmn-tck)

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
    if [[ ! -d $folder/$suite ]]; then
      say "No cases of $suite in $folder"
      continue
    fi
    say "Running the cases of $suite"
    ran=$((ran + 1))
    build/motcua-conformance "$suite" "$folder/$suite" || failed=$((failed + 1))
  done
  say "$ran suites have run, $failed with failures"
  ((failed == 0))
}
