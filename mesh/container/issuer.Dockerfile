# syntax=docker/dockerfile:1
# The issuer of the mesh's identities, a Lambda function of package type Image (docs/adr/0048-issuer-as-a-container-image.md).
# Build it at the root of the repository, after `mvn -pl mesh -am package dependency:copy-dependencies`, and push it by digest:
#   docker buildx build --platform linux/arm64 --provenance=false -f mesh/container/issuer.Dockerfile -t tandem/prod/mesh-issuer:0.1.0 .
# Lambda takes no image index with attestations, hence --provenance=false.
ARG LAMBDA=public.ecr.aws/lambda/java:21-arm64

FROM ${LAMBDA}
# The base image's class path is /var/task/lib; its entry point starts the runtime as a user without rights.
COPY mesh/target/mesh-*.jar mesh/target/dependency/*.jar ${LAMBDA_TASK_ROOT}/lib/
# One short run an hour: the first compiler is enough, and an archive of the runtime's own classes.
ENV JAVA_TOOL_OPTIONS="-XX:+TieredCompilation -XX:TieredStopAtLevel=1 -Djava.util.concurrent.ForkJoinPool.common.parallelism=8"
CMD ["dev.tandem.mesh.identity.issue.IssuerHandler::handleRequest"]
