# shellcheck shell=bash
# What every step shares: how it speaks, what it leaves behind, and how it ends. For bash 3.2 and newer.
# docs/pipeline.md is the contract: inputs are variables, outputs a file of NAME=value, events a file of JSON lines.

EXIT_RED=1   # a gate is red, a test failed, a finding stops the deployment
EXIT_USAGE=2 # wrong or missing input, or a tool that is not there

pipeline_root=$(cd -P "${BASH_SOURCE[0]%/*}/.." && pwd -P)
step=${0##*/}
out=${PIPELINE_DIR:-$pipeline_root/.tandem/pipeline}
tandem=${TANDEM:-$pipeline_root/tandem}
primary=${PRIMARY_REGION:-eu-central-1}
secondary=${SECONDARY_REGION:-eu-west-1}

say() { printf 'pipeline: %s: %s\n' "$step" "$*" >&2; }

# stop CODE MESSAGE...: one line per argument, the first one prefixed.
stop() {
  local code=$1
  shift
  say "$1"
  # Read by the event that is sent at the end.
  stopped=$1
  shift
  while [ $# -gt 0 ]; do
    printf '          %s\n' "$1" >&2
    shift
  done
  exit "$code"
}

# text VALUE: as the inside of a JSON string.
text() { printf '%s' "$1" | tr '\n\r\t' '   ' | tr -d '\000-\037' | sed 's/\\/\\\\/g; s/"/\\"/g'; }

# event NAME DETAIL: a line in events.jsonl; and with PIPELINE_EVENT_BUS an event of EventBridge, which a deployment
# automation can wait for. A bus that does not answer does not stop a deployment: it is said.
event() {
  local line
  line=$(printf '{"time":"%s","step":"%s","event":"%s","service":"%s","environment":"%s","revision":"%s","detail":"%s"}' \
    "$(date -u +%Y-%m-%dT%H:%M:%SZ)" "$step" "$1" "$(text "${SERVICE:-}")" "$(text "${ENVIRONMENT:-}")" \
    "$(text "${REVISION:-}")" "$(text "$2")")
  printf '%s\n' "$line" >>"$out/events.jsonl"
  [ -n "${PIPELINE_EVENT_BUS:-}" ] || return 0
  local entry
  entry=$(printf '[{"Source":"tandem.pipeline","DetailType":"Pipeline step %s","EventBusName":"%s","Detail":"%s"}]' \
    "$1" "$(text "$PIPELINE_EVENT_BUS")" "$(text "$line")")
  limited 30 aws events put-events --region "$primary" --entries "$entry" >/dev/null ||
    say "the event '$1' could not be sent to the bus '$PIPELINE_EVENT_BUS' (its words are above); it is in $out/events.jsonl"
}

# limited SECONDS COMMAND...: no child is waited for without a limit; macOS has perl, and no timeout.
limited() {
  local limit=$1 code=0
  shift
  if type -P timeout >/dev/null; then timeout -k 10 "$limit" "$@" || code=$?
  else perl -e 'alarm shift; exec @ARGV or die "$ARGV[0]: $!\n"' "$limit" "$@" || code=$?; fi
  case $code in 124 | 137 | 142) say "'$1' was not done after $limit s and was stopped" ;; esac
  return "$code"
}

# need TOOL WHAT-FOR
need() {
  type -P "$1" >/dev/null || stop "$EXIT_USAGE" "there is no $1 on PATH." "Expected it: $2." "Fix: install $1 on the build server."
}

# input NAME EXPECTED EXAMPLE: the variable must have a value.
input() {
  [ -n "${!1:-}" ] || stop "$EXIT_USAGE" "$1 is not set." "Expected $2." "Example: $1=$3 pipeline/steps/$step"
}

# service_input: SERVICE, which becomes part of paths and of other systems' names.
service_input() {
  input SERVICE "the name of a service" auth
  [[ $SERVICE =~ ^[a-z][a-z0-9-]*$ ]] || stop "$EXIT_USAGE" "SERVICE is '$SERVICE'." \
    "Expected small letters, digits and dashes, as in the stack's file." "Example: SERVICE=auth pipeline/steps/$step"
}

# image_archive: sets archive to what step image wrote: IMAGE_ARCHIVE, else that of SERVICE when there is one, else nothing.
image_archive() {
  archive=${IMAGE_ARCHIVE:-}
  [ -n "$archive" ] || [ -z "${SERVICE:-}" ] || [ ! -f "$out/$SERVICE.tar" ] || archive=$out/$SERVICE.tar
  [ -z "$archive" ] || [ -f "$archive" ] || stop "$EXIT_USAGE" "IMAGE_ARCHIVE is '$archive', which is not there." \
    "Expected the archive that step image wrote."
}

# output NAME VALUE: for the steps that follow, and for the build server.
output() {
  printf '%s=%s\n' "$1" "$2" >>"$out/outputs.env"
  [ -z "${GITHUB_OUTPUT:-}" ] || printf '%s=%s\n' "$1" "$2" >>"$GITHUB_OUTPUT"
  say "$1=$2"
}

# on_ci: where nothing may be left out. GitHub, GitLab and most others set CI; Azure Pipelines, Jenkins and CodeBuild what follows.
on_ci() { { [ -n "${CI:-}" ] && [ "$CI" != false ]; } || [ -n "${TF_BUILD:-}${JENKINS_URL:-}${CODEBUILD_BUILD_ID:-}" ]; }

# begin "$@": answers --help with the comment at the step's head, tells that it began, and tells how it ended.
begin() {
  case ${1:-} in
    -h | --help) sed -n '2,/^[^#]/s/^# \{0,1\}//p' "$0"; exit 0 ;;
    '') ;;
    *) stop "$EXIT_USAGE" "got the argument '$1'." "Expected none: inputs are variables." "See: pipeline/steps/$step --help" ;;
  esac
  mkdir -p "$out"
  stopped='' undo=''
  trap 'ended $?' EXIT
  trap 'exit 130' INT
  trap 'exit 143' TERM HUP
  event started ''
}

ended() {
  local code=$1
  trap - EXIT
  rm -f "$out"/secret-*
  if [ "$code" -ne 0 ] && [ -n "$undo" ]; then $undo || say "undoing failed: see above"; fi
  if [ "$code" -eq 0 ]; then event passed ''; else event failed "exit $code${stopped:+: $stopped}"; fi
  exit "$code"
}
