# shellcheck shell=bash
# Images: what a module runs from. An image is a directory of jars named after the contents of everything it was built
# from, and never changes once it is there. So a build cannot pull classes from under a run that goes on, a build that
# is killed leaves nothing that looks complete, and going back to an earlier state needs no build.
#
#   .tandem/launch/MODULE/current    line 1 image name, line 2 modules of this clone it is made of, then its inputs;
#                                    modified at the moment before the build looked at the sources
#   .tandem/launch/MODULE/IMAGE/     *.jar, classpath (one entry a line; a bare name is a jar here), current (a copy)

# input_files MODULE...: the files that the image depends on, relative to the root, sorted.
# With stamp set, a file changed after it is listed twice: one walk answers both "which" and "newer". The time is the
# inode's, not the content's: it moves as well when an older file is moved, copied or unpacked to the place.
input_files() (
  cd "$tandem_root"
  paths=(pom.xml)
  for module in "$@"; do
    for path in "$module/pom.xml" "$module/src/main"; do
      [ ! -e "$path" ] || paths+=("$path")
    done
  done
  if [ -n "${stamp:-}" ]; then
    find "${paths[@]}" ! -type d ! -name .DS_Store -print -cnewer "$stamp" -print
  else
    find "${paths[@]}" ! -type d ! -name .DS_Store
  fi | LC_ALL=C sort
)

# content_name MODULE...: a name for what these modules contain now.
content_name() (
  cd "$tandem_root"
  hash=(shasum -a 256)
  if type -P sha256sum >/dev/null; then hash=(sha256sum); fi
  stamp='' input_files "$@" | tr '\n' '\0' | xargs -0 "${hash[@]}" | "${hash[@]}" | cut -c 1-16
)

# Reads MODULE's current file in one go into image, image_modules and image_inputs.
read_current() {
  local file=$1 rest
  image='' image_modules='' image_inputs=''
  [ -f "$file" ] || return 1
  rest=$(<"$file")
  image=${rest%%$'\n'*}
  rest=${rest#*$'\n'}
  image_modules=${rest%%$'\n'*}
  image_inputs=${rest#*$'\n'}
}

# find_image MODULE: sets image_dir to the image of what the sources contain now, or fails: then a build is needed.
find_image() {
  local module=$1 home=$tandem_state/$1 found again=
  image_dir=
  read_current "$home/current" || return 1
  # shellcheck disable=SC2086 # module names hold no blanks
  found=$(stamp=$home/current input_files $image_modules)
  # Another run may have published between our two looks at the file.
  IFS= read -r again <"$home/current" || true
  if [ "$found" = "$image_inputs" ] && [ "$again" = "$image" ]; then
    complete_image "$home/$image"
    return
  fi
  adopt_image "$module"
}

# Something was touched. If the contents are those of an image that is there, that one is right: no build.
adopt_image() {
  local home=$tandem_state/$1 fresh
  fresh=$home/stamp.$$
  { : >"$fresh"; } 2>/dev/null || fresh=
  # shellcheck disable=SC2086
  image=$(content_name $image_modules)
  if ! complete_image "$home/$image"; then
    rm -f "$fresh"
    return 1
  fi
  # Where nothing may be written, the longer look is repeated at every start; it takes milliseconds.
  [ -z "$fresh" ] || publish_image "$1" "$image" "$fresh"
}

# publish_image MODULE IMAGE STAMP: makes it current, in one step; STAMP's time becomes the time of the file.
publish_image() {
  local home=$tandem_state/$1
  cat "$home/$2/current" >"$3.current"
  touch -r "$3" "$3.current"
  mv -f "$3.current" "$home/current"
  rm -f "$3"
}

# Sets image_dir and class_path, if every jar is where it was (a cleared local Maven repository takes some away).
complete_image() {
  local entry
  [ -f "$1/classpath" ] || return 1
  class_path=
  while IFS= read -r entry; do
    case $entry in
      /*) ;;
      *) entry=$1/$entry ;;
    esac
    [ -e "$entry" ] || return 1
    class_path=${class_path:+$class_path:}$entry
  done <"$1/classpath"
  image_dir=$1
}
