package dev.tandem.policies.catalogue;

import static dev.tandem.policies.catalogue.Entry.must;
import static dev.tandem.policies.catalogue.Entry.stackMust;

import dev.tandem.policies.container.FargateFits;
import dev.tandem.policies.container.FargateSizes;
import dev.tandem.policies.container.ImagePinned;
import dev.tandem.policies.container.ImmutableTags;
import dev.tandem.policies.container.LogDriver;
import dev.tandem.policies.container.NoHostAccess;
import dev.tandem.policies.container.NoSecretsInEnvironment;
import dev.tandem.policies.container.NonRootUser;
import dev.tandem.policies.container.ReadOnlyRoot;
import dev.tandem.policies.container.RolesDistinct;
import dev.tandem.policies.container.ScanOnPush;
import dev.tandem.policies.exposure.NoCredentialsInText;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.Severity;
import java.util.List;

/** Images, containers and tasks. */
final class ContainerRules {

    private static final String TASK = "aws:ecs/taskDefinition:TaskDefinition";
    private static final String REPOSITORY = "aws:ecr/repository:Repository";

    private ContainerRules() {}

    static List<Rule> rules() {
        return List.of(
                hardened(must("ecs-image-pinned", Severity.MEDIUM))
                        .says("Containers run an image that is named exactly")
                        .fix("Name the image by digest, or by a version tag of a repository with immutable tags.")
                        .check(new ImagePinned(), TASK),
                hardened(must("ecs-read-only-root", Severity.MEDIUM))
                        .says("Containers cannot write to their own file system")
                        .fix("Set readonlyRootFilesystem to true and mount a volume where the application writes.")
                        .fsbp("ECS.5")
                        .check(new ReadOnlyRoot(), TASK),
                hardened(must("ecs-no-host-access", Severity.CRITICAL))
                        .says("Containers get no access to their host")
                        .fix("Drop privileged, host namespaces and added capabilities.")
                        .fsbp("ECS.3", "ECS.4")
                        .check(new NoHostAccess(), TASK),
                hardened(must("ecs-non-root", Severity.MEDIUM))
                        .says("Containers run as a user other than root")
                        .fix("Set user to a number other than 0, such as 65532.")
                        .check(new NonRootUser(), TASK),
                hardened(must("ecs-no-secrets-in-environment", Severity.HIGH))
                        .says("Containers get secrets by reference")
                        .fix("Move the value to Secrets Manager and list it under secrets with valueFrom.")
                        .fsbp("ECS.8")
                        .check(new NoSecretsInEnvironment(), TASK),
                hardened(must("ecs-log-driver", Severity.MEDIUM))
                        .says("The output of each container is kept")
                        .fix("Set logConfiguration with the driver awslogs.")
                        .fsbp("ECS.9")
                        .check(new LogDriver(), TASK),
                hardened(stackMust("ecs-roles-distinct", Severity.MEDIUM))
                        .says("A task's role is not its execution role")
                        .fix("Make a role of its own for the application.")
                        .check(new RolesDistinct()),
                hardened(must("ecs-fargate-size", Severity.LOW))
                        .says("Fargate tasks have a size that exists")
                        .fix("Take the smallest pair of cpu and memory that holds all containers, sidecars included.")
                        .check(new FargateSizes(), TASK),
                hardened(must("ecs-fargate-fits", Severity.MEDIUM))
                        .says("Fargate tasks hold all of their containers, sidecars included")
                        .fix("Take a larger size, or lower cpu and memory of the containers.")
                        .check(new FargateFits(), TASK),
                hardened(must("ecr-immutable-tags", Severity.MEDIUM))
                        .says("A tag of a repository always means the same image")
                        .fix("Set imageTagMutability to IMMUTABLE.")
                        .fsbp("ECR.2")
                        .check(new ImmutableTags(), REPOSITORY),
                hardened(must("ecr-scan-on-push", Severity.MEDIUM))
                        .says("Images are scanned when they arrive")
                        .fix("Set imageScanningConfiguration.scanOnPush to true.")
                        .fsbp("ECR.1")
                        .check(new ScanOnPush(), REPOSITORY),
                hardened(must("no-credentials-in-text", Severity.CRITICAL))
                        .says("No text of a resource holds a credential")
                        .fix("Withdraw the credential, which is in the repository by now, and refer to a secret or use a"
                                + " role.")
                        .check(new NoCredentialsInText()));
    }

    private static Entry hardened(Entry entry) {
        return entry.gdpr("Art. 32(1)(b)").nis2("Art. 21(2)(e)").iso("A.8.9", "A.8.28");
    }
}
