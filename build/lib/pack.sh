# shellcheck shell=bash
# Packs what Maven built into images.

# pack_images STAMP MODULE...: fails if a source changed after STAMP, or a class after STAMP.built, for then nobody knows
# what was built or packed.
pack_images() {
  local start=$1 packing=$tandem_state/packing.$$ module modules name home stamp
  shift
  rm -rf "$packing"
  for module in "$@"; do
    mkdir -p "$packing/$module"
    list_class_path "$module" >"$packing/$module/classpath"
  done
  if ! make_jars "$packing"; then
    # A class that went away between the list of a jar and its contents.
    # shellcheck disable=SC2046
    classes_changed "$start.built" $(jar_names "$packing" | sed 's/\.jar$//') ||
      die "$EXIT_BUILD" "'$(jar_tool)' could not pack the classes (its words are above)."
    rm -rf "$packing"
    return 1
  fi
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
    if [ -n "$(stamp=$start input_files $modules | uniq -d)" ] || classes_changed "$start.built" $modules; then
      rm -rf "$packing"
      return 1
    fi
    home=$tandem_state/$module
    mkdir -p "$home"
    rm -rf "${home:?}/$name"
    find "$home" -mindepth 2 -maxdepth 2 -name '*.jsa' -exec rm -f {} + # large, and the images are old now
    mv "$packing/$module" "$home/$name"
    touch -r "$start" "$home/stamp.$$"
    publish_image "$module" "$name" "$home/stamp.$$"
    # A run that started from an older image is over within a day.
    find "$home" -mindepth 1 -maxdepth 1 -type d ! -name "$name" -mtime +0 -exec rm -rf {} +
  done
  rm -rf "$packing" "$start" "$start.built"
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

jar_tool() {
  local jar=${java_bin%/*}/jar
  [ -z "$java_home" ] || jar=$java_home/bin/jar
  printf '%s' "$jar"
}

# The jars that the images need, of modules of this clone.
jar_names() {
  cat "$1"/*/classpath | grep '^[^/]*\.jar$' | LC_ALL=C sort -u
}

# One jar per module of this clone, packed once, side by side, and linked into each image that needs it. Fails if one cannot
# be packed.
make_jars() {
  local packing=$1 jar name pids=() pid failed=''
  jar=$(jar_tool)
  mkdir -p "$packing/all" || return 1
  for name in $(jar_names "$packing"); do
    mkdir -p "$tandem_root/${name%.jar}/target/classes" || return 1
    "$jar" -J-XX:TieredStopAtLevel=1 -J-XX:+UseSerialGC -c -0 -f "$packing/all/$name" \
      -C "$tandem_root/${name%.jar}/target/classes" . >&2 &
    pids+=($!)
  done
  for pid in "${pids[@]}"; do
    wait "$pid" || failed=1
  done
  [ -z "$failed" ] || return 1
  local list
  for list in "$packing"/*/classpath; do
    for name in $(grep '^[^/]*\.jar$' "$list"); do
      ln "$packing/all/$name" "${list%/*}/$name" 2>/dev/null || cp "$packing/all/$name" "${list%/*}/$name" || return 1
    done
  done
  rm -rf "$packing/all"
}
