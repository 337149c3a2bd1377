# shellcheck shell=bash
# Shared by every launch script: where the clone is, how to speak, how to stop.
# Written for bash 3.2 (macOS). stdout belongs to the program that is started; everything here goes to stderr.

# Exit codes of the scripts; the same as those of the commands.
EXIT_USAGE=2 # wrong usage, or a machine that lacks something
EXIT_BUILD=3 # the program does not build

say() { printf 'tandem: %s\n' "$*" >&2; }

# die CODE MESSAGE...: one line per argument, the first one prefixed.
die() {
  local code=$1
  shift
  say "$1"
  shift
  while [ $# -gt 0 ]; do
    printf '        %s\n' "$1" >&2
    shift
  done
  exit "$code"
}

# The clone's root, physical: Maven writes physical paths into the class path, and we compare with them.
tandem_root=$(cd -P "${BASH_SOURCE[0]%/*}/../.." && pwd -P)
tandem_state=$tandem_root/.tandem/launch

case $tandem_root in
  *:*) die "$EXIT_USAGE" "the clone is at '$tandem_root'." \
    "Expected a path without ':', which separates the entries of a Java class path." \
    "Fix: move or rename the directory." ;;
esac
