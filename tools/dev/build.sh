# The C++ build. Sourced by ./dev.

JOBS=$(nproc)
beside=(node)

configure() {
  local preset=$1 folder=$2
  [[ $folder/build.ninja -nt CMakePresets.json ]] && return
  must "configure-$preset" "Configuring the $preset build" cmake --preset "$preset"
}

# compile PRESET FOLDER "What" TARGET...
compile() {
  local preset=$1 folder=$2 what=$3
  shift 3
  configure "$preset" "$folder"
  must "compile-$preset" "$what" ninja -C "$folder" -j "$JOBS" "$@"
}

# build_with_web PRESET FOLDER TARGET...: the compiler runs while the web's tools (and the packages
# of the groups in $beside) are installed and the web is built; the second, short pass embeds it.
build_with_web() {
  local preset=$1 folder=$2 web web_status=0
  shift 2
  ensure_packages build
  { ensure_packages "${beside[@]}" && build_web; } &
  web=$!
  compile "$preset" "$folder" "Compiling" "$@"
  wait "$web" || web_status=$?
  ((web_status == 0)) || fail "The web could not be built; the reason is further up."
  compile "$preset" "$folder" "Embedding the web" "$@"
}

build_command() {
  case "${1:-}" in
    "")
      build_with_web release build motcua
      say "The program is build/motcua"
      ;;
    --debug | --sanitize | --threads)
      ensure_packages build
      compile "${1#--}" "build-${1#--}" "Compiling" motcua
      say "The program is build-${1#--}/motcua"
      ;;
    *) fail "./dev build takes --debug, --sanitize or --threads, not \"$1\"." ;;
  esac
}
