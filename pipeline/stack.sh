# shellcheck shell=bash disable=SC2154 # lib.sh, read first, sets the variables
# What deploy and promote share: how a stack gets images and keeps those that run, and which version has the traffic. For bash 3.2 and newer.

# stack_inputs: STACK, and the stack's file.
stack_inputs() {
  input STACK "the stack that is deployed" eu-central-1
  need pulumi "it deploys"
  cd "$pipeline_root" || exit "$EXIT_USAGE"
  file=Pulumi.${STACK##*/}.yaml
  [ -f "$file" ] || stop "$EXIT_USAGE" "STACK is '$STACK', and there is no '$file'." \
    "Expected one of: $(ls Pulumi.*.yaml | sed 's/Pulumi\.\(.*\)\.yaml/\1/' | tr '\n' ' ')"
}

# image_inputs: a service in an environment and region, and an image.
image_inputs() {
  service_input
  input IMAGE "an image by digest, the output 'image' of step push" "tandem/prod/auth@sha256:…"
  [[ $IMAGE =~ @sha256:[0-9a-f]{64}$ ]] || stop "$EXIT_USAGE" "IMAGE is '$IMAGE'." \
    "Expected repository@sha256:…, since a tag can be moved after the scan." "Fix: take the output 'image' of step push."
  place
  # Each environment has its own repositories, and push filled them with the same digest.
  IMAGE=tandem/$ENVIRONMENT/$SERVICE@${IMAGE##*@}
}

# place: where the service runs.
place() { ENVIRONMENT=${ENVIRONMENT:-prod} region=${REGION:-$primary}; }

# trial_inputs: what the region may cost with a trial in it.
trial_inputs() {
  input STAGING_CEILING_EUR "what the region may cost a month with a trial that nobody takes away" 120
  input STAGING_WORST_EUR "what it may cost in a month without Spot" 160
  local name
  for name in STAGING_CEILING_EUR STAGING_WORST_EUR; do
    [[ ${!name} =~ ^[0-9]+([.][0-9]+)?$ ]] || stop "$EXIT_USAGE" "$name is '${!name}'." "Expected EUR a month, such as 120."
  done
}

# trials_only: from here on up changes trials, and of production only the function that issues identities, which must know them. What
# else this commit changes of production is not approved yet. No other service's name ends with -stg.
trials_only() {
  only=()
  local urn
  for urn in '**-stg' '**-stg-*' '**:StagingGround::staging' '**:StagingGround$**' '**:Function::mesh-identity-issuer'; do only+=(--target "$urn"); done
}

# trial_stage: what making the trial of SERVICE and taking it away begin with.
trial_stage() {
  look
  unharmed "$SERVICE-stg"
  keep
  retire "$SERVICE-stg"
  trials_only
}

# up [PATH=VALUE...]: deploys the stack with the images that run and these values of its configuration; the stack's file is put back
# as it was, also when the step is ended.
up() {
  local code=0 setting before=$undo
  cp "$file" "$out/stack.before"
  undo=put_back
  for setting in ${running[@]+"${running[@]}"} "$@"; do
    limited 60 pulumi config set --stack "$STACK" --path "${setting%%=*}" "${setting#*=}" || code=$?
  done
  [ "$code" -ne 0 ] || limited "${up_seconds:-3600}" pulumi up --stack "$STACK" --yes --non-interactive --policy-pack "${PACK:-policies}" \
    ${only[@]+"${only[@]}"} || code=$?
  put_back
  undo=$before
  [ "$code" -eq 0 ] || stop "$EXIT_RED" "the deployment of $STACK failed (exit $code; Pulumi's words are above)." \
    "What was changed before it failed stays: run the step again, or deploy the commit before."
}

put_back() { cp "$out/stack.before" "$file"; }

# retire TRIAL: gives its stable version the traffic, takes testers' marks away, and ends the canary that a lost runner left, so that
# the next trial of that name begins as this one did: all that outlives it. Tasks are not counted: a trial has no users, and may
# have no tasks either.
retire() {
  local where=(--environment "$ENVIRONMENT" --region "$region" --yes --note "pipeline ${REVISION:-}") change=(--no-pins --force)
  local now
  now=$(shares_of "$1")
  [ -n "$now" ] || return 0
  [[ $now != *"canary "[1-9]* ]] || change+=(--weight stable=100 --weight canary=0)
  limited 600 "$tandem" traffic "$1" "${change[@]}" "${where[@]}" ||
    stop "$EXIT_RED" "the routes of $1 were not changed back (see above), so it was left as it is."
  limited 600 "$tandem" canary abort "$1" "${where[@]}" >"$out/abort.txt" 2>&1 ||
    grep -q 'has no canary under way' "$out/abort.txt" || {
    cat "$out/abort.txt" >&2
    say "the canary of $1 could not be ended (see above): its next trial needs ./tandem canary abort $1 --yes first"
  }
}

# look: asks ./tandem status once, and sets routes to its lines 'auth stable 100 %, canary 0 %', numbers to lines 'auth 7', the document
# that is live. A stack that was never deployed has none.
look() {
  local text
  place
  if ! text=$(limited 300 "$tandem" status --environment "$ENVIRONMENT" --region "$region" 2>"$out/status.err"); then
    grep -q 'Deploy the stack there first' "$out/status.err" || {
      cat "$out/status.err" >&2
      stop "$EXIT_RED" "what has traffic in $ENVIRONMENT, $region, can't be told (see above), so nothing was deployed."
    }
  fi
  routes=$(printf '%s\n' "$text" | sed -n 's/^\([a-z][a-z0-9-]*\)  version [0-9]*  /\1 /p')
  numbers=$(printf '%s\n' "$text" | sed -n 's/^\([a-z][a-z0-9-]*\)  version \([0-9]*\)  .*/\1 \2/p')
}

# number_of NAME: number of a service's live document; 0 for what the stack declares, nothing where it has no routes.
number_of() { printf '%s\n' "$numbers" | sed -n "s/^$1 //p"; }

# shares_of NAME: the shares of a service's versions; nothing where it has no routes.
shares_of() { printf '%s\n' "$routes" | sed -n "s/^$1 //p"; }

# shares: sets live to the shares of the service's versions: stable 100 %, canary 0 %
shares() {
  live=$(shares_of "$SERVICE")
  [ -n "$live" ] || stop "$EXIT_RED" "there is no $SERVICE in $ENVIRONMENT, $region, so nothing was deployed." \
    "Expected one of: $(printf '%s\n' "$routes" | sed 's/ .*//' | tr '\n' ' ')" \
    "Fix: mend SERVICE; a service that is new is deployed with its stack first, without IMAGE."
}

# by_ecs NAME: whether ECS brings a service's versions, by what look saw of it.
by_ecs() { [[ $(shares_of "$1") == *"rolled out by ECS"* ]]; }

# nothing_to_move: ends a step that is for services of the mesh, well, where ECS has done its part in step deploy.
nothing_to_move() {
  event skipped "ECS rolls $SERVICE out"
  say "ECS rolls $SERVICE out: step deploy followed it to its end, nothing is left to move"
}

# ecs_says: what ECS says of the service's newest deployment, when a step is red.
ecs_says() { limited 60 "$tandem" rollout "$SERVICE" --environment "$ENVIRONMENT" --region "$region" >&2 || true; }

# rollout: makes IMAGE the service's image and follows the deployment by which ECS brings it. ECS looks at the service's alarms and
# hooks, and takes a bad image back itself.
rollout() {
  local limit=${ROLLOUT_SECONDS:-5400} code=0 up_seconds
  [[ $limit =~ ^[1-9][0-9]{0,5}$ ]] || stop "$EXIT_USAGE" "ROLLOUT_SECONDS is '$limit'." "Expected seconds, such as 5400."
  # Where the provider waits for ECS, pulumi up takes as long.
  up_seconds=$((3600 + limit))
  undo=ecs_says
  up "tandem:services.$SERVICE.image=$IMAGE"
  undo=''
  say "following the deployment of ECS"
  limited "$((limit + 300))" "$tandem" rollout "$SERVICE" --follow --image "$IMAGE" --limit "${limit}s" --environment "$ENVIRONMENT" \
    --region "$region" >&2 || code=$?
  case $code in
    0) event promoted "$SERVICE in $ENVIRONMENT" ;;
    4)
      event rollback "$SERVICE in $ENVIRONMENT"
      stop "$EXIT_RED" "ECS took $IMAGE back, or it was stopped (see above)." \
        "Users have what ran before; the state of $STACK has the new image." "Fix: run the step with the image before, or with a mended one."
      ;;
    *)
      stop "$EXIT_RED" "$SERVICE was not followed to the end of its deployment (exit $code; see above). ECS goes on with it." \
        "See: ./tandem rollout $SERVICE --environment $ENVIRONMENT --region $region" "Fix: run the step again, it takes up where ECS is."
      ;;
  esac
}

# unharmed [SERVICE]: red while a service, other than this one, gives its canary traffic. Its image is in no file, so a deployment
# of something else would take the canary's tasks, and with them its users.
unharmed() {
  local served fix
  served=$(printf '%s\n' "$routes" | awk -v own="${1:-}" '/canary [1-9][0-9]* %/ && $1 != own' | head -n 1)
  [ -n "$served" ] || return 0
  case ${served%% *} in
    *-stg) fix="STAGING=end SERVICE=${served%%-stg *} STACK=$STACK ENVIRONMENT=$ENVIRONMENT REGION=$region pipeline/steps/deploy takes that trial away" ;;
    *) fix="pipeline/steps/promote for ${served%% *}, ./tandem canary abort ${served%% *} --yes, or pipeline/steps/rollback for it" ;;
  esac
  stop "$EXIT_RED" "${served%% *} in $ENVIRONMENT, $region, has the shares '${served#* }'." \
    "Expected 'canary 0 %': its canary's image is not in $file, so this deployment would take the canary's tasks away from its users." \
    "Fix: $fix"
}

# keep [SERVICE]: sets running to the images that the stack's services, other than this one, run as stable, since the file may hold
# older ones: what a release before promoted may not be committed yet, or this commit is from before it.
keep() {
  local name image code
  running=()
  need aws "it tells which images run"
  while read -r name _; do
    [ -n "$name" ] && [ "$name" != "${1:-}" ] || continue
    code=0
    limited 60 pulumi config get --stack "$STACK" --path "tandem:services.$name.image" </dev/null >/dev/null 2>"$out/config.err" || code=$?
    if [ "$code" -ne 0 ]; then
      # Trials have routes too, and services that the file no longer has. The project's own name is not part of the key.
      ! grep -q "configuration key '.*services\.$name\.image' not found" "$out/config.err" || continue
      cat "$out/config.err" >&2
      stop "$EXIT_RED" "whether $file has $name can't be told (exit $code; see above), so nothing was deployed."
    fi
    image=$(image_of "$name-stable" </dev/null) || stop "$EXIT_RED" "which image $name runs can't be told (see above), so nothing was deployed."
    [ -z "$image" ] || running+=("tandem:services.$name.image=$image")
  done <<<"$routes"
}

# image_of ECS-SERVICE: the image that its tasks run, as the stack's file has it; nothing where there is no such ECS service.
image_of() {
  local definition image
  definition=$(limited 60 aws ecs describe-services --region "$region" --cluster "tandem-$ENVIRONMENT" --services "$1" \
    --query "services[?status=='ACTIVE'].taskDefinition" --output text) || return
  [ -n "$definition" ] || return 0
  image=$(limited 60 aws ecs describe-task-definition --region "$region" --task-definition "$definition" \
    --query "taskDefinition.containerDefinitions[?name=='app'].image" --output text) || return
  # A stack names images of its account's registry by their repository.
  case $image in *.dkr.ecr."$region".amazonaws.com/*) image=${image#*/} ;; esac
  printf '%s\n' "$image"
}

# runs VERSION: waits until all its tasks are there, and sees that they run IMAGE: after a deployment that ECS took back
# everything is steady too, on the image before.
runs() {
  local service=$SERVICE-$1 image
  say "waiting for the tasks of $service"
  limited 900 aws ecs wait services-stable --region "$region" --cluster "tandem-$ENVIRONMENT" --services "$service" ||
    stop "$EXIT_RED" "the tasks of $service in tandem-$ENVIRONMENT are not steady after ten minutes (see above)."
  image=$(image_of "$service") || true
  [ "${image##*@}" = "${IMAGE##*@}" ] || stop "$EXIT_RED" "$service runs '$image'." "Expected ${IMAGE##*@}." \
    "ECS takes a deployment back whose tasks do not start, or while an alarm of the service rings: look at its events."
}
