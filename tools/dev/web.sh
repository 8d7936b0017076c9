# The web: packages by the lock file, then the bundle, each only when its inputs changed.
# Sourced by ./dev.

readonly STAMPS=build/stamps

digest_of_files() { sort -z | xargs -0 sha256sum | sha256sum | cut -d' ' -f1; }

web_packages_digest() { { node --version; sha256sum web/package-lock.json; } | sha256sum; }

web_sources_digest() {
  find web api -type f -not -path 'web/node_modules/*' -not -path 'web/dist/*' \
    -not -path 'web/test-results/*' -not -path 'web/src/api/schema.d.ts' -print0 |
    digest_of_files
}

# unchanged NAME DIGEST: true when the work NAME was done for these inputs.
unchanged() { [[ -f $STAMPS/$1 && $(<"$STAMPS/$1") == "$2" ]]; }

remember() {
  mkdir -p "$STAMPS"
  printf '%s\n' "$2" >"$STAMPS/$1"
}

npm_ci() {
  npm --prefix web ci --ignore-scripts --no-audit --no-fund --loglevel=error
}

install_web_packages() {
  local digest
  digest=$(web_packages_digest)
  [[ -d web/node_modules ]] && unchanged web-packages "$digest" && return
  must npm-ci "Fetching the web's packages" npm_ci
  remember web-packages "$digest"
}

build_web() {
  install_web_packages
  local digest
  digest=$(web_sources_digest)
  [[ -f web/dist/index.html ]] && unchanged web-build "$digest" && return
  must web-build "Building the web" npm --prefix web run build
  remember web-build "$digest"
}
