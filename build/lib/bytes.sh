# shellcheck shell=bash
# Archives that are the same bytes whoever makes them, and sums.

# sha256 FILE...: a line for each, sum first; macOS has no sha256sum.
sha256() { if type -P sha256sum >/dev/null; then sha256sum "$@"; else shasum -a 256 "$@"; fi; }

# same_tar DIRECTORY [TEST]...: its files, or those that find's tests pick, as a compressed archive on stdout. One order, one
# owner, one date and one umask for all.
same_tar() (
  cd "$1"
  shift
  export LC_ALL=C TZ=UTC
  owner=(--uid 0 --gid 0)
  case $(tar --version 2>/dev/null) in *GNU*) owner=(--owner=0 --group=0 --numeric-owner) ;; esac
  find . -type f "$@" -exec touch -t 202601010000 {} + -exec chmod u=rwX,go=rX {} +
  find . -type f "$@" | sort | tar --format ustar "${owner[@]}" -cf - -T - | gzip -n -9
)
