# shellcheck shell=bash
# One build at a time in a clone. mkdir is atomic everywhere; flock is missing on macOS.

lock_dir=$tandem_state/lock
lock_held=

# take_lock SECONDS: waits that long for a build that goes on elsewhere; breaks a lock whose owner is dead.
take_lock() {
  local limit=$1 waited=0 owner
  until mkdir "$lock_dir" 2>/dev/null; do
    owner=$(lock_owner)
    if [ -z "$owner" ] && [ "$waited" -lt 50 ]; then
      : # being taken at this moment: the owner's name follows within milliseconds
    elif ! lock_owner_lives "$owner"; then
      break_lock "$owner"
      continue
    elif [ "$waited" -eq 20 ] && progress_wanted; then
      say "waiting for another build in this clone (process ${owner%% *}) ..."
    fi
    [ "$waited" -lt $((limit * 10)) ] || die "$EXIT_BUILD" \
      "waited $limit s for another build in this clone, held by process ${owner:-unknown}." \
      "Fix: end that process; if it does not exist any more, remove '$lock_dir' and run again."
    sleep 0.1
    waited=$((waited + 1))
  done
  printf '%s %s\n' "$$" "${HOSTNAME:-}" >"$lock_dir/owner"
  lock_held=1
}

release_lock() {
  [ -n "$lock_held" ] || return 0
  lock_held=
  rm -rf "$lock_dir"
}

lock_owner() {
  local line=
  { IFS= read -r line <"$lock_dir/owner"; } 2>/dev/null || true
  printf '%s' "$line"
}

# A process of another machine (a shared directory, a container) cannot be looked up: believe that it lives.
lock_owner_lives() {
  local pid=${1%% *} host=${1#* }
  [ -n "$1" ] || return 1
  [ "$host" = "${HOSTNAME:-}" ] || return 0
  process_lives "$pid" && return
  # A script that was killed leaves its Maven behind, which goes on writing until it is done.
  { read -r pid <"$lock_dir/maven"; } 2>/dev/null && process_lives "$pid"
}

# kill -0 also fails for a living process of another user; /proc tells, where there is one.
process_lives() { kill -0 "$1" 2>/dev/null || [ -d "/proc/$1" ]; }

# Only one process may break a lock, and only after a second look: otherwise the one that comes late would remove the
# lock that the first one has just taken.
break_lock() {
  if mkdir "$lock_dir.breaking" 2>/dev/null; then
    [ "$(lock_owner)" = "$1" ] && rm -rf "$lock_dir"
    rmdir "$lock_dir.breaking"
  else
    # Its owner needs milliseconds. If it was killed in them, the next one clears up after a minute.
    find "$lock_dir.breaking" -prune -mmin +1 -exec rmdir {} \; 2>/dev/null || true
    sleep 0.1
  fi
}
