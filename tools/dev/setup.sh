# Debian packages: what is missing of tools/packages.txt, and nothing else. Sourced by ./dev.

readonly OLDEST_NODE=18
lists_are_fresh=""

# ensure_packages GROUP...
ensure_packages() {
  local missing
  mapfile -t missing < <(missing_packages "$@")
  ((${#missing[@]} == 0)) && return
  command -v apt-get >/dev/null ||
    fail "These packages are missing and only Debian's apt-get can install them: ${missing[*]}"
  say "Missing packages: ${missing[*]}"
  [[ -n $lists_are_fresh ]] ||
    must apt-update "Reading the lists of packages" as_root apt-get update
  lists_are_fresh=yes
  must "apt-install-$1" "Installing ${#missing[@]} packages and what they need" \
    install_packages "${missing[@]}"
}

# npm alone brings four hundred packages. Waiting for the disk once, at the end, and not after each
# of their files takes two fifths off (37 s to 22 s for fifteen of them).
install_packages() {
  as_root env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends \
    -o Dpkg::Options::=--force-unsafe-io "$@" && sync
}

missing_packages() {
  local group package
  for group in "$@"; do
    [[ $group == node ]] && node_is_enough && continue
    while read -r package; do
      is_installed "$package" || printf '%s\n' "$package"
    done < <(packages_of "$group")
  done
}

packages_of() { awk -v group="$1" '$1 == group { print $2 }' tools/packages.txt; }

is_installed() {
  [[ $(dpkg-query -W -f '${db:Status-Status}' "$1" 2>/dev/null) == installed ]]
}

node_is_enough() {
  local version
  version=$(node --version 2>/dev/null) && command -v npm >/dev/null || return 1
  version=${version#v}
  ((${version%%.*} >= OLDEST_NODE))
}

as_root() {
  if ((EUID == 0)); then
    "$@"
  elif command -v sudo >/dev/null; then
    sudo "$@"
  else
    echo "Packages can only be installed by root or through sudo." >&2
    return 1
  fi
}
