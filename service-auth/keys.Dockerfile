# syntax=docker/dockerfile:1
# The rotation of auth's signing keys, a Lambda function of package type Image (docs/adr/0094-signing-keys.md). Build it in this
# directory after pipeline/steps/build, and push it by digest to the repository tandem/prod/auth-keys:
#   docker buildx build --platform linux/arm64 --provenance=false -f keys.Dockerfile -t tandem/prod/auth-keys:1.0.0 .
# Lambda takes no image index with attestations, hence --provenance=false.
ARG LAMBDA=public.ecr.aws/lambda/java:21-arm64

FROM ${LAMBDA}
# The base image's class path is /var/task/lib; its entry point starts the runtime as a user without rights.
COPY target/service-auth-*.jar target/dependency/*.jar ${LAMBDA_TASK_ROOT}/lib/
# One short run an hour: the first compiler is enough.
ENV JAVA_TOOL_OPTIONS="-XX:+TieredCompilation -XX:TieredStopAtLevel=1"
CMD ["dev.tandem.auth.RotateKeysHandler::handleRequest"]
