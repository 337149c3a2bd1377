package dev.tandem.policies.catalogue;

import static dev.tandem.policies.catalogue.Entry.advice;
import static dev.tandem.policies.catalogue.Entry.must;
import static dev.tandem.policies.catalogue.Entry.stackAdvice;
import static dev.tandem.policies.catalogue.Entry.stackMust;

import dev.tandem.policies.container.CanaryWeights;
import dev.tandem.policies.container.DeploymentBreaker;
import dev.tandem.policies.container.EnvoyMutualTls;
import dev.tandem.policies.container.FargatePlatform;
import dev.tandem.policies.container.MeshSidecar;
import dev.tandem.policies.container.MeshTimeouts;
import dev.tandem.policies.container.MeshTls;
import dev.tandem.policies.container.NoSecretsInFunctions;
import dev.tandem.policies.container.PrivilegedJobs;
import dev.tandem.policies.container.RepositoryLifecycle;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;
import java.util.List;

/** How services run, are released and talk; and jobs and functions beside them. */
final class MeshRules {

    private MeshRules() {}

    static List<Rule> rules() {
        return List.of(
                runs(advice("ecs-fargate-platform", Severity.LOW))
                        .says("Fargate services run on a current platform version")
                        .fix("Leave platformVersion out, or set it to LATEST.")
                        .fsbp("ECS.10")
                        .check(FargatePlatform.RULE),
                runs(advice("ecs-circuit-breaker", Severity.LOW))
                        .says("A deployment that fails stops and goes back")
                        .fix("Set deploymentCircuitBreaker with enable and rollback true.")
                        .check(DeploymentBreaker.RULE),
                runs(must("jobs-not-privileged", Severity.HIGH))
                        .says("Builds and batch jobs get no power over their host")
                        .fix("Set privilegedMode (batch: privileged) to false; images can be built without it.")
                        .fsbp("CodeBuild.5")
                        .check(PrivilegedJobs.RULE),
                runs(must("functions-no-secrets-in-environment", Severity.HIGH))
                        .says("Functions, builds and jobs get secrets by reference")
                        .fix("Keep the value in Secrets Manager and read it at run time; in CodeBuild set type to"
                                + " SECRETS_MANAGER.")
                        .fsbp("CodeBuild.2")
                        .check(new NoSecretsInFunctions(), NoSecretsInFunctions.TYPES),
                runs(stackAdvice("ecr-lifecycle", Severity.LOW))
                        .says("Repositories forget old images")
                        .fix("Add a LifecyclePolicy for the repository.")
                        .fsbp("ECR.3")
                        .check(new RepositoryLifecycle()),
                runs(advice("canary-weights", Severity.LOW))
                        .says("A second version starts with 1 to 5 % of the traffic")
                        .fix("Set the weight of the new version to between 1 and 5 of 100.")
                        .check(new CanaryWeights(), CanaryWeights.TYPES),
                runs(stackMust("mesh-sidecar", Severity.MEDIUM))
                        .says("Every task that serves in a mesh has its sidecar")
                        .fix("Add the essential Envoy container to the task, or build the service with MeshService.")
                        .check(new MeshSidecar()),
                runs(must("mesh-strict-tls", Severity.HIGH))
                        .says("Services of a mesh take TLS from known callers only")
                        .fix("Set the listener's tls mode to STRICT with a validation (Service Connect: tls).")
                        .check(MeshTls.RULE),
                runs(must("mesh-envoy-mutual-tls", Severity.HIGH))
                        .says("Envoy's listeners ask callers for certificates, and verify them by name")
                        .fix("Set require_client_certificate, a trusted_ca and match_typed_subject_alt_names in each TLS context.")
                        .texts("edgeListeners", "names of listeners whose callers have no certificate of the mesh; by default edge")
                        .check(new EnvoyMutualTls(), EnvoyMutualTls.TYPES),
                runs(advice("mesh-timeouts", Severity.LOW))
                        .says("Calls of a mesh end in time")
                        .fix("Set timeout and outlierDetection of each listener (Service Connect: timeout).")
                        .check(MeshTimeouts.RULE));
    }

    private static Entry runs(Entry entry) {
        return entry.gdpr("Art. 32(1)(b)").nis2("Art. 21(2)(e)").iso("A.8.9", "A.8.32");
    }
}
