# shellcheck shell=bash
# Which of the classes that lie about Maven may keep. The state is in .tandem/launch/built/MODULE: the content name
# that the classes were made from, modified when they were done.

# Maven compares times only. It keeps the class of a source that was replaced by an older file, the copy of a resource
# that is gone, and the half-written files of a build that was killed. So it may keep the classes of a module only if
# they are as our last build left them, and that was made from what the module contains now.
forget_old_classes() {
  local pom module name record classes
  mkdir -p "$tandem_state/built"
  [ ! -e "$tandem_state/unfinished" ] || rm -f "$tandem_state"/built/*
  for pom in "$tandem_root"/*/pom.xml; do
    module=${pom%/pom.xml}
    classes=$module/target/classes
    module=${module##*/}
    record=$tandem_state/built/$module
    name=$(content_name "$module")
    if [ -f "$record" ] && [ "$(<"$record")" = "$name" ] && [ -d "$classes" ] \
      && [ -z "$(find "$classes" -cnewer "$record" -print)" ]; then
      continue
    fi
    rm -rf "$record" "$classes" "${classes%classes}maven-status"
    printf '%s\n' "$name" >"$record.pending"
  done
}

# classes_changed STAMP MODULE...: another Maven (an editor's, another terminal's) deleted or wrote classes after STAMP, so
# that jars packed since then may lack some.
classes_changed() {
  local stamp=$1 module
  shift
  for module in "$@"; do
    [ -z "$(find "$tandem_root/$module/target/classes" -mindepth 1 -cnewer "$stamp" -print)" ] || return 0
  done
  return 1
}

# What Maven built anew is now known to be from the contents that were there before it started.
remember_classes() {
  local pending module
  for pending in "$tandem_state"/built/*.pending; do
    [ -e "$pending" ] || continue
    module=${pending##*/}
    module=${module%.pending}
    if [ -d "$tandem_root/$module/target/classes" ]; then
      touch "$pending"
      mv -f "$pending" "${pending%.pending}"
    else
      rm -f "$pending" # not needed by what was built
    fi
  done
}
