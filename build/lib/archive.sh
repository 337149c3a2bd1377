# shellcheck shell=bash
# Class-data archives: loaded and verified classes, mapped at start. They save about a sixth of a program's processor
# time, and are never needed: a JVM that cannot use one ignores it. The first run of an image records which classes it
# loads, the next one starts making the archive beside it, in the background; both belong to one image and one JDK, for
# an older image's list has not the classes that are new.
# TANDEM_ARCHIVE=off does without.

# use_archive: adds to java_flags. The image must have been found.
use_archive() {
  local key=${java_release//[!0-9A-Za-z.]/_} list recording
  [ "${TANDEM_ARCHIVE:-on}" != off ] || return 0
  if [ -f "$image_dir/$key.jsa" ]; then
    java_flags+=("-XX:SharedArchiveFile=$image_dir/$key.jsa")
    return 0
  fi
  [ -w "$image_dir" ] || return 0
  list=$image_dir/classes-$key
  for recording in "$image_dir/recording-$key".*; do
    [ -f "$recording" ] || continue
    process_lives "${recording##*.}" && continue
    # A JVM that was killed leaves half a line at the end.
    sed '$d' "$recording" >"$list.$$" && mv -f "$list.$$" "$list"
    rm -f "$recording"
  done
  if [ -s "$list" ]; then
    make_archive "$image_dir/$key.jsa" "$list"
  else
    # exec keeps the process id, so the file's name says who writes it.
    java_flags+=("-XX:DumpLoadedClassList=$image_dir/recording-$key.$$")
  fi
}

# Goes on after this script has become java: no file of ours stays open in it, for a host waits for their end, and it
# has a process group of its own, for a host ends ours.
make_archive() {
  local making=$1.making
  find "$making" -prune -mmin +10 -exec rm -rf {} + 2>/dev/null || true # left by one that was killed
  mkdir "$making" 2>/dev/null || return 0
  set -m
  (
    # With the flags of the run: some of them must agree.
    nice -n 19 "$java_bin" "${java_flags[@]}" -Xshare:dump -XX:SharedClassListFile="$2" \
      -XX:SharedArchiveFile="$making/archive" -cp "$class_path" && mv -f "$making/archive" "$1"
    rm -rf "$making"
  ) </dev/null >/dev/null 2>&1 &
  set +m
}
