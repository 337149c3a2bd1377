# shellcheck shell=bash
# Finds the JDK: JAVA_HOME if set, else java on PATH. Sets java_bin, java_home (may be empty),
# java_release (17.0.15) and java_major.

find_jdk() {
  java_home=${JAVA_HOME:-}
  if [ -n "$java_home" ]; then
    java_bin=$java_home/bin/java
    [ -x "$java_bin" ] || die "$EXIT_USAGE" "JAVA_HOME is '$java_home', but '$java_bin' is not there or not executable." \
      "Expected a JDK, version 17 or newer." "Fix: point JAVA_HOME at a JDK, or unset it to use java from PATH."
  else
    java_bin=$(type -P java) || die "$EXIT_USAGE" "no Java found: JAVA_HOME is not set and there is no java on PATH." \
      "Expected a JDK, version 17 or newer." \
      "Fix: install one (Debian: apt-get install openjdk-17-jdk-headless; macOS: brew install openjdk@17)."
    home_of_java
  fi
  java_release=$(java_version) || java_release=
  java_major=${java_release%%[!0-9]*}
  [ -n "$java_major" ] || die "$EXIT_USAGE" "'$java_bin' does not say its version." \
    "Expected a JDK, version 17 or newer." "Fix: set JAVA_HOME to a working JDK."
  [ "$java_major" -ge 17 ] || die "$EXIT_USAGE" "'$java_bin' is Java $java_release." \
    "Expected a JDK, version 17 or newer." "Fix: install a newer JDK and set JAVA_HOME to it."
}

# Follows links by hand (readlink -f is missing on older macOS) to the directory that holds bin/java and a release file.
home_of_java() {
  local file=$java_bin link
  while [ -L "$file" ]; do
    link=$(readlink "$file")
    case $link in
      /*) file=$link ;;
      *) file=${file%/*}/$link ;;
    esac
  done
  java_home=${file%/bin/java}
  # A shim (jenv, asdf, the stub of macOS) is no JDK's own java: then the version has to be asked for.
  [ "$java_home" != "$file" ] && [ -f "$java_home/release" ] || java_home=
}

# The release file costs nothing to read; starting java to ask costs 50 ms at every start.
java_version() {
  local line
  if [ -n "$java_home" ] && [ -f "$java_home/release" ]; then
    while IFS= read -r line; do
      case $line in
        JAVA_VERSION=*)
          line=${line#JAVA_VERSION=}
          line=${line//\"/}
          # 1.8.0_392 is Java 8.
          printf '%s\n' "${line#1.}"
          return 0
          ;;
      esac
    done <"$java_home/release"
  fi
  line=$("$java_bin" -version 2>&1) || return 1
  line=${line#*version \"}
  line=${line%%\"*}
  printf '%s\n' "${line#1.}"
}

# Flags of every JVM of ours, in java_flags.
set_java_flags() {
  java_flags=(
    # With one or two processors the common pool of JDK 25 leaves a Pulumi Java program waiting for ever.
    -Djava.util.concurrent.ForkJoinPool.common.parallelism=8
    # Short runs: the second compiler and a parallel collector cost more than they give.
    -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Xshare:auto
    # HotSpot writes its own warnings to stdout, which the hosts read as a port or as JSON.
    # (An archive that does not fit is no error: the JVM goes on without it.)
    -XX:+DisplayVMOutputToStderr -Xlog:disable "-Xlog:all=error,cds*=off:stderr"
    "-Dtandem.root=$tandem_root"
  )
  if [ "$java_major" -ge 24 ]; then
    # Otherwise netty and protobuf make the JVM print warnings.
    java_flags+=(--sun-misc-unsafe-memory-access=allow --enable-native-access=ALL-UNNAMED)
  fi
}
