package dev.tandem.infra.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.tandem.components.edge.CertificatePlan;
import dev.tandem.requirements.Covers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is given instead of made, and what is wrong about it. */
class AdoptingReaderTest {

    private static final String STACK = "eu-central-1";
    private static final String CERTIFICATE =
            "  tandem:certificateArn: arn:aws:acm:eu-central-1:111122223333:certificate/2f1c6a3e-5d4b-4c8a-9e7f-0a1b2c3d4e5f\n";
    private static final String BOUNDARY = "  tandem:permissionsBoundaryArn: arn:aws:iam::111122223333:policy/tandem-boundary\n";

    private static List<Problem> problems(String config) {
        InvalidConfig refused = catchThrowableOfType(InvalidConfig.class, () -> ConfigReader.read(STACK, config, "[]"));
        assertThat(refused).as("an invalid configuration").isNotNull();
        return refused.problems();
    }

    private static Problem only(String text) {
        List<Problem> problems = problems(Yaml.config(text, ""));
        assertThat(problems).hasSize(1);
        return problems.get(0);
    }

    private static String adopting(String part, String replacement) {
        String text = Yaml.example("adopting", STACK);
        assertThat(text).contains(part);
        return text.replace(part, replacement);
    }

    @Test
    void aBoundaryOfAnotherAccountIsRefused() {
        assertThat(only(Yaml.text(STACK).replace(BOUNDARY, BOUNDARY + "  tandem:accountId: \"999988887777\"\n")
                .replace("acm:eu-central-1:111122223333", "acm:eu-central-1:999988887777"))).isEqualTo(new Problem(
                "tandem:permissionsBoundaryArn", "\"arn:aws:iam::111122223333:policy/tandem-boundary\"",
                "the ARN of an IAM policy of account 999988887777 (tandem:accountId)",
                "arn:aws:iam::999988887777:policy/tandem-boundary"));
    }

    @Test
    @Covers("R8.2")
    void withoutABoundaryTheStackMakesOneForItsAccount() {
        StackConfig config = ConfigReader.read(STACK,
                Yaml.config(Yaml.text(STACK).replace(BOUNDARY, "  tandem:accountId: \"111122223333\"\n"), ""), "[]");
        assertThat(config.createsBoundary()).isTrue();
        assertThat(config.permissionsBoundaryArn())
                .isEqualTo("arn:aws:iam::111122223333:policy/tandem-prod-boundary-eu-central-1");
        assertThat(only(Yaml.text(STACK).replace(BOUNDARY, "")).expected())
                .isEqualTo("the ARN of an IAM policy; or tandem:accountId, and the stack makes a boundary");
    }

    @Test
    void aCertificateIsGivenOrProvenInAZoneThatIsThere() {
        String zone = "  tandem:existing:\n    hostedZoneId: Z0123456789ABCDEFGHIJ\n";
        StackConfig config = ConfigReader.read(STACK, Yaml.config(Yaml.text(STACK).replace(CERTIFICATE, zone), ""), "[]");
        assertThat(config.certificate())
                .isEqualTo(CertificatePlan.validated("api.tandem.example", "Z0123456789ABCDEFGHIJ"));
        assertThat(only(Yaml.text(STACK).replace(CERTIFICATE, ""))).isEqualTo(new Problem("tandem:certificateArn", "nothing",
                "the ARN of an ACM certificate of account 111122223333 in eu-central-1; or tandem:existing.hostedZoneId, and the"
                        + " stack makes one and proves it there by DNS",
                "arn:aws:acm:eu-central-1:111122223333:certificate/0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0"));
    }

    @Test
    void aCertificateOfAnotherRegionIsRefused() {
        Problem problem = only(Yaml.text(STACK).replace("acm:eu-central-1", "acm:eu-west-1"));
        assertThat(problem.key()).isEqualTo("tandem:certificateArn");
        assertThat(problem.expected()).isEqualTo("the ARN of an ACM certificate of account 111122223333 in eu-central-1");
    }

    @Test
    void aSecretIsNamedNeverGiven() {
        Problem problem = only(Yaml.text(STACK).replace(BOUNDARY,
                BOUNDARY + "  tandem:chatWebhookSecretArn: https://chat.example/hooks/1\n"));
        assertThat(problem.expected()).isEqualTo("the ARN of a secret of account 111122223333 in eu-central-1 that holds the"
                + " webhook's address; never the address itself");
        assertThat(only(Yaml.text(STACK).replaceFirst("secret: true", "secret: hunter2")).expected()).isEqualTo("true or false");
    }

    @Test
    @Covers("R12.3")
    void anAdoptedNetworkThatOverlapsThePeersIsRefused() {
        Problem problem = problems(Yaml.config(adopting("    cidr: 10.20.0.0/16", "    cidr: 10.30.0.0/16"), "")).get(0);
        assertThat(problem.key()).isEqualTo("tandem:peer.cidr");
        assertThat(problem.found()).isEqualTo("10.30.0.0/16, which overlaps tandem:network.cidr 10.30.0.0/16");
    }

    @Test
    void anAdoptedSubnetLiesInTheNetworkAndEachZoneHasOne() {
        assertThat(only(adopting("cidr: 10.20.8.0/21", "cidr: 10.21.8.0/21")).found()).isEqualTo(
                "existing.privateSubnets.eu-central-1a is \"10.21.8.0/21\", expected a part of 10.20.0.0/16, the range of"
                        + " vpc-02a1b2c3d4e5f6071");
        assertThat(only(adopting("[eu-central-1a, eu-central-1b]", "[eu-central-1a, eu-central-1c]")
                .replace("        eu-central-1b: subnet-02b9c1d2e3f405162\n", "        eu-central-1c: subnet-02b9c1d2e3f405162\n")).found())
                .isEqualTo("existing.privateSubnets is [eu-central-1a, eu-central-1b], expected a subnet for tasks in each zone,"
                        + " none found in eu-central-1c");
    }

    @Test
    void aTopicOfAnotherRegionIsRefused() {
        assertThat(only(adopting("arn:aws:sns:eu-central-1", "arn:aws:sns:eu-west-1"))).isEqualTo(new Problem(
                "tandem:existing.alarmTopicArn", "\"arn:aws:sns:eu-west-1:111122223333:oncall\"",
                "the ARN of an SNS topic of account 111122223333 in eu-central-1", "arn:aws:sns:eu-central-1:111122223333:oncall"));
    }

    @Test
    void aSecretIsRotatedByTheStackThatOwnsIt() {
        String hook = "secret: true\n      secretRotation: {functionArn: \"arn:aws:lambda:eu-west-1:111122223333:function:r\"}";
        assertThat(only(Yaml.text(STACK).replaceFirst("secret: true", hook))).extracting(Problem::key, Problem::found)
                .containsExactly("tandem:services.auth.secretRotation", "a rotation in the primary's stack");
        StackConfig secondary = ConfigReader.read("eu-west-1",
                Yaml.config(Yaml.text("eu-west-1").replaceFirst("secret: true", hook), ""), "[]");
        assertThat(secondary.services().get(0).secret().rotation().orElseThrow().days()).isEqualTo(30);
    }

    @Test
    void rolesOfAPipelineBelongToTheSecondaryAndToOneRepository() {
        String pipeline = "  tandem:pipeline: {server: github, repository: acme/platform, environment: production}\n  tandem:services:";
        assertThat(only(Yaml.text(STACK).replace("  tandem:services:", pipeline))).extracting(Problem::key, Problem::found)
                .containsExactly("tandem:pipeline", "roles of a pipeline in the primary's stack");
        StackConfig secondary = ConfigReader.read("eu-west-1",
                Yaml.config(Yaml.text("eu-west-1").replace("  tandem:services:", pipeline), ""), "[]");
        assertThat(secondary.pipeline().orElseThrow()).satisfies(args -> {
            assertThat(args.regions()).containsExactly("eu-central-1", "eu-west-1");
            assertThat(args.server().issuer()).isEqualTo("https://token.actions.githubusercontent.com");
            assertThat(args.pushes()).isTrue();
        });
        assertThatThrownBy(() -> ConfigReader.read("eu-west-1", Yaml.config(Yaml.text("eu-west-1")
                .replace("  tandem:services:", pipeline.replace("acme/platform", "acme/*")), ""), "[]"))
                .hasMessageContaining("tandem:pipeline.repository").hasMessageContaining("OWNER/NAME, no wildcards");
    }

    @Test
    void subnetsTooSmallForTheTasksInterfacesAreRefusedWithBothNumbers() {
        assertThat(only(adopting("cidr: 10.20.8.0/21", "cidr: 10.20.8.0/28").replace("cidr: 10.20.16.0/21", "cidr: 10.20.16.0/28")))
                .extracting(Problem::key, Problem::found).containsExactly("tandem:existing.network",
                        "the private subnets of vpc-02a1b2c3d4e5f6071 offer 11 addresses to tasks when one of 2 zones is gone, but 8"
                                + " tasks, twice during a deployment, and 0 endpoint interfaces need 16: choose larger subnets, more"
                                + " zones, or fewer tasks");
    }

    @Test
    void aCanarysTasksNeedAddressesBesideThoseOfTheStableVersion() {
        String narrow = adopting("cidr: 10.20.8.0/21", "cidr: 10.20.8.0/27").replace("cidr: 10.20.16.0/21", "cidr: 10.20.16.0/27");
        assertThat(ConfigReader.read(STACK, Yaml.config(narrow, ""), "[]").services()).as("8 tasks, twice, of 27 addresses").hasSize(2);
        assertThat(only(narrow.replaceAll("image: tandem/prod/(auth|persona):1.0.0",
                "image: tandem/prod/$1:1.0.0\n      canaryImage: tandem/prod/$1:1.1.0")).found())
                .contains("offer 27 addresses", "but 16 tasks, twice during a deployment,", "need 32");
    }
}
