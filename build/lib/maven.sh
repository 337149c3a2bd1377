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
  rm -rf "$tandem_state/packing.$$" "$tandem_state/stamp.$$"
  release_lock
}

build_images() {
  local attempt
  for attempt in 1 2 3; do
    clean_leftovers
    : >"$tandem_state/stamp.$$"
    run_maven "$@"
    pack_images "$tandem_state/stamp.$$" "$@" && return 0
    [ "$attempt" -eq 3 ] || say "a source changed during the build; building again"
  done
  die "$EXIT_BUILD" "the sources changed during each of three builds." \
    "Expected them to rest for the time of one build." "Fix: run the command again."
}

# Maven takes half-written files of a build that was killed for good ones, and never removes the copy of a resource
# that is gone. (It does remove the classes of a source that is gone.)
clean_leftovers() {
  local classes file
  rm -rf "$tandem_state"/packing.* "$tandem_state"/stamp.*
  if [ -e "$tandem_state/unfinished" ]; then
    rm -rf "$tandem_root"/*/target/classes "$tandem_root"/*/target/maven-status
  fi
  for classes in "$tandem_root"/*/target/classes; do
    [ -d "$classes" ] || continue
    find "$classes" -type f ! -name '*.class' | while IFS= read -r file; do
      [ -e "${classes%/target/classes}/src/main/resources/${file#"$classes"/}" ] || rm -f "$file"
    done
  done
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
  # What follows the first [Help 1] is advice for users of Maven itself.
  sed '/ -> \[Help 1\]/{s///;q;}' "$log" >&2
  die "$EXIT_BUILD" "Maven could not build $list (exit $status; its words are above)." \
    "Fix what it names and run the command again."
}

# pack_images STAMP MODULE...: fails if a source changed after STAMP, for then nobody knows what was built.
pack_images() {
  local start=$1 packing=$tandem_state/packing.$$ module modules name home stamp
  shift
  rm -rf "$packing"
  for module in "$@"; do
    mkdir -p "$packing/$module"
    list_class_path "$module" >"$packing/$module/classpath"
  done
  make_jars "$packing"
  for module in "$@"; do
    modules=$(sed -n 's,^\([^/]*\)\.jar$,\1,p' "$packing/$module/classpath" | tr '\n' ' ')
    # shellcheck disable=SC2086
    name=$(content_name $modules)
    # shellcheck disable=SC2086
    {
      printf '%s\n%s\n' "$name" "$modules"
      stamp='' input_files $modules
    } >"$packing/$module/current"
    # shellcheck disable=SC2086
    if [ -n "$(stamp=$start input_files $modules | uniq -d)" ]; then
      rm -rf "$packing"
      return 1
    fi
    home=$tandem_state/$module
    mkdir -p "$home"
    rm -rf "${home:?}/$name"
    mv "$packing/$module" "$home/$name"
    touch -r "$start" "$home/stamp.$$"
    publish_image "$module" "$name" "$home/stamp.$$"
    # A run that started from an older image is over within a day.
    find "$home" -mindepth 1 -maxdepth 1 -type d ! -name "$name" -mtime +0 -exec rm -rf {} +
  done
  rm -rf "$packing" "$start"
}

# The module itself, then what Maven says. A module of this clone becomes a bare jar name.
list_class_path() {
  local entry
  printf '%s.jar\n' "$1"
  tr ':' '\n' <"$tandem_root/$1/target/classpath.txt" | while IFS= read -r entry || [ -n "$entry" ]; do
    case $entry in
      '') ;;
      "$tandem_root"/*/target/classes)
        entry=${entry%/target/classes}
        printf '%s.jar\n' "${entry##*/}"
        ;;
      *) printf '%s\n' "$entry" ;;
    esac
  done
}

# One jar per module of this clone, packed once, side by side, and linked into each image that needs it.
make_jars() {
  local packing=$1 jar name pids=() pid
  jar=${java_bin%/*}/jar
  [ -z "$java_home" ] || jar=$java_home/bin/jar
  mkdir -p "$packing/all"
  for name in $(cat "$packing"/*/classpath | grep '^[^/]*\.jar$' | LC_ALL=C sort -u); do
    mkdir -p "$tandem_root/${name%.jar}/target/classes"
    "$jar" -J-XX:TieredStopAtLevel=1 -J-XX:+UseSerialGC -c -0 -f "$packing/all/$name" \
      -C "$tandem_root/${name%.jar}/target/classes" . >&2 &
    pids+=($!)
  done
  for pid in "${pids[@]}"; do
    wait "$pid" || die "$EXIT_BUILD" "'$jar' could not pack the classes (its words are above)."
  done
  local list
  for list in "$packing"/*/classpath; do
    for name in $(grep '^[^/]*\.jar$' "$list"); do
      ln "$packing/all/$name" "${list%/*}/$name" 2>/dev/null || cp "$packing/all/$name" "${list%/*}/$name"
    done
  done
  rm -rf "$packing/all"
}
