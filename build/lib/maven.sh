# shellcheck shell=bash
# Builds what is stale, in one Maven call, and packs it into images. Maven's words are shown only when it fails.

build_limit=${TANDEM_BUILD_SECONDS:-900}

# Called by both scripts; quiet where nobody looks (a host shows our stderr as diagnostics).
progress_wanted() { [ -n "${TANDEM_PROGRESS:-}" ] || [ -t 2 ]; }

# ensure_images MODULE...: afterwards each has an image of what the sources contain now.
ensure_images() {
  local module stale=()
  for module in "$@"; do
    find_image "$module" || stale+=("$module")
  done
  [ ${#stale[@]} -gt 0 ] || return 0
  { mkdir -p "$tandem_state" && : >"$tandem_state/probe.$$" && rm -f "$tandem_state/probe.$$"; } 2>/dev/null \
    || die "$EXIT_BUILD" "${stale[*]} must be built, and '$tandem_state' cannot be written." \
      "Expected either a build of the present sources or a writable clone." \
      "Fix: run ./tandem version once where the clone can be written."
  trap 'stop_build' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  take_lock "$build_limit"
  # Another run may have built meanwhile.
  local todo=()
  for module in "${stale[@]}"; do
    find_image "$module" || todo+=("$module")
  done
  [ ${#todo[@]} -eq 0 ] || build_images "${todo[@]}"
  release_lock
  trap - EXIT INT TERM HUP
}

maven_pid=
stop_build() {
  [ -z "$maven_pid" ] || kill "$maven_pid" 2>/dev/null || true
  rm -rf "$tandem_state/packing.$$" "$tandem_state/stamp.$$"*
  release_lock
}

build_images() {
  local attempt
  rm -rf "$tandem_state"/packing.* "$tandem_state"/stamp.* "$tandem_state"/built/*.pending
  for attempt in 1 2 3; do
    : >"$tandem_state/stamp.$$"
    forget_old_classes
    run_maven "$@"
    : >"$tandem_state/stamp.$$.built"
    remember_classes
    pack_images "$tandem_state/stamp.$$" "$@" && return 0
    rm -rf "$tandem_state/built" # whatever they were made from
    [ "$attempt" -eq 3 ] || say "a source or a class changed during the build; building again"
  done
  die "$EXIT_BUILD" "the sources or the classes changed during each of three builds." \
    "Expected both to rest for the time of one build." "Fix: end any other Maven in this clone (an editor's too), and run the command again."
}

# find_maven REASON: sets maven_bin, and JAVA_HOME so that Maven takes the JDK that we found.
find_maven() {
  maven_bin=$(type -P mvn) || die "$EXIT_USAGE" "$1, and there is no mvn on PATH." \
    "Expected Apache Maven 3.8 or newer." "Fix: install it (Debian: apt-get install maven; macOS: brew install maven)."
  [ -n "$java_home" ] || return 0
  [ -x "$java_home/bin/javac" ] || die "$EXIT_USAGE" "$1, and '$java_home' has no bin/javac." \
    "Expected a JDK, not only a Java runtime." "Fix: install a JDK (17 or newer) and set JAVA_HOME to it."
  export JAVA_HOME=$java_home
}

run_maven() {
  local list status=0 waited=0 log=$tandem_state/build.log
  list=$*
  list=${list// /,}
  find_maven "$list must be built"
  : >"$tandem_state/unfinished"
  MAVEN_OPTS=${MAVEN_OPTS:--XX:TieredStopAtLevel=1 -XX:+UseSerialGC} \
    "$maven_bin" -q -B -Dstyle.color=never --no-transfer-progress -f "$tandem_root/pom.xml" -pl "$list" -am -DskipTests compile \
    >"$log" 2>&1 </dev/null &
  maven_pid=$!
  printf '%s\n' "$maven_pid" >"$lock_dir/maven"
  while kill -0 "$maven_pid" 2>/dev/null; do
    sleep 0.1
    waited=$((waited + 1))
    [ "$waited" -ne 20 ] || ! progress_wanted || say "building ${list//,/, } ..."
    [ $((waited % 200)) -ne 0 ] || ! progress_wanted || say "still building after about $((waited / 10)) s (a first build downloads 200 MB)"
    if [ "$waited" -ge $((build_limit * 10)) ]; then
      kill "$maven_pid" 2>/dev/null || true
      die "$EXIT_BUILD" "Maven was not done with $list after $build_limit s and was stopped. Its last line:" \
        "$(tail -n 1 "$log")" "Fix: look at '$log'; TANDEM_BUILD_SECONDS sets a longer limit."
    fi
  done
  wait "$maven_pid" || status=$?
  maven_pid=
  rm -f "$tandem_state/unfinished"
  [ "$status" -eq 0 ] && return
  maven_words "$log" >&2
  die "$EXIT_BUILD" "Maven could not build $list (exit $status; its words are above)." \
    "Fix what it names and run the command again."
}

# What Maven said, without colours and without its advice at the end, which is for people who run Maven themselves.
maven_words() {
  sed -e $'s/\033\\[[0-9;]*m//g' -e '/ -> \[Help 1\]/{s///;q;}' "$1" | grep -v -e '^$' -e '^\[ERROR\] *$' || true
}
