package dev.tandem.e2e.routes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.aws.MotoUsers;
import dev.tandem.e2e.identity.Stage;
import dev.tandem.e2e.routes.TandemCommand.Result;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.mesh.identity.LastGoodIdentity;
import dev.tandem.mesh.identity.ParameterIdentitySource;
import dev.tandem.mesh.identity.SpiffeId;
import dev.tandem.mesh.identity.SsmParameters;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.requirements.Covers;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.services.ssm.SsmClient;

/** {@code ./tandem mesh issue} as a process, against simulated DynamoDB, KMS, Parameter Store and CloudWatch Logs. */
@NeedsTools(Tools.MOTO)
class IssueCommandTest {

    private static final String GROUP = "/tandem/prod/mesh-issuer";
    private static final String PARAMETER = "/tandem/prod/mesh/identity/auth";

    @RegisterExtension
    static final OnRoutes AWS = new OnRoutes();

    private final TandemCommand tandem = AWS.tandem();

    @BeforeEach
    void stack() {
        new Stage(AWS.moto());
        for (String service : List.of("auth", "persona")) {
            RouteDocument document = RouteDocument.builder(service).in("prod", "prod.example.com").version("stable", 100, 1).build();
            RouteTables.declare(AWS.dynamo(), document);
        }
        AWS.logGroup(GROUP);
    }

    @Test
    @Covers(value = "R2.2", evidence = Covers.Evidence.SIMULATED)
    void showsThenIssuesAndRecordsWho() {
        Result shown = tandem.run("mesh", "issue", "auth");
        assertThat(shown.err()).isEmpty();
        assertThat(shown.code()).isZero();
        assertThat(shown.out()).contains("spiffe://prod.example.com/ns/prod/svc/auth", PARAMETER + ", not there yet",
                "Nothing was changed; --yes does it.");
        assertThat(parameters()).isEmpty();

        Result issued = tandem.run("mesh", "issue", "auth", "--yes", "-m", "key seen in a log");
        assertThat(issued.code()).as(issued.err()).isZero();
        assertThat(issued.out()).contains("issued     auth, valid until ", "CA generation 1 was made", "audit      " + GROUP);
        assertThat(parameters()).contains(PARAMETER, "/tandem/prod/mesh/bundle");
        LastGoodIdentity agent = new LastGoodIdentity(new ParameterIdentitySource(
                new SsmParameters(AWS.client(SsmClient.builder()), Stage.DATA_ALIAS, "test"), Stage.PATHS,
                SpiffeId.ofService(Stage.DOMAIN, "prod", "auth"), Clock.systemUTC()));
        assertThat(agent.poll()).as("an agent takes it").isPresent();
        assertThat(AWS.lines(GROUP)).anySatisfy(line -> assertThat(line)
                .contains("\"identity-issued\"", "key seen in a log", "arn:aws:", "spiffe://prod.example.com/ns/prod/svc/auth"));

        Result again = tandem.run("mesh", "issue", "auth", "--json");
        assertThat(again.out()).contains("\"done\" : false", "\"writtenAt\" : \"2");
    }

    @Test
    void whoMayNotSignIsToldTheActionTheRoleAndTheOtherWay() {
        AwsCredentials caller = MotoUsers.allowed(AWS.moto(), "reader", "dynamodb:*", "ssm:*", "kms:GetPublicKey", "logs:*");
        AWS.moto().enforceIam();
        Result result = tandem.run(Map.of("AWS_ACCESS_KEY_ID", caller.accessKeyId(), "AWS_SECRET_ACCESS_KEY", caller.secretAccessKey()),
                "mesh", "issue", "auth", "--yes");
        assertThat(result.code()).isEqualTo(3);
        assertThat(result.err()).contains("tandem: access denied: kms:Sign on ").contains(
                "the caller is the role tandem-prod-mesh-issuer-eu-central-1",
                "aws lambda invoke --function-name tandem-prod-mesh-issuer --payload '{\"services\": [\"auth\"]}'");
    }

    @Test
    void whoMayNotReadTheStackOrTheParameterIsToldTheAction() {
        AwsCredentials nobody = MotoUsers.allowed(AWS.moto(), "nobody", "sts:*");
        AwsCredentials reader = MotoUsers.allowed(AWS.moto(), "reader", "dynamodb:*");
        AWS.moto().enforceIam();
        Result routes = tandem.run(Map.of("AWS_ACCESS_KEY_ID", nobody.accessKeyId(), "AWS_SECRET_ACCESS_KEY", nobody.secretAccessKey()),
                "mesh", "issue", "auth");
        assertThat(routes.code()).isEqualTo(3);
        assertThat(routes.err()).contains("tandem: access denied: ").contains("may not dynamodb:Scan on table tandem-prod-routes");
        Result parameter = tandem.run(Map.of("AWS_ACCESS_KEY_ID", reader.accessKeyId(), "AWS_SECRET_ACCESS_KEY", reader.secretAccessKey()),
                "mesh", "issue", "auth");
        assertThat(parameter.code()).isEqualTo(3);
        assertThat(parameter.err()).contains("tandem: access denied: ssm:GetParameter on " + PARAMETER);
    }

    @Test
    void aServiceThatIsNotInTheStackIsRefused() {
        Result result = tandem.run("mesh", "issue", "auht", "--yes");
        assertThat(result.code()).isEqualTo(1);
        assertThat(result.err()).contains("tandem: service 'auht' is not in the stack of prod in eu-central-1, which has [auth, persona]."
                + " Did you mean 'auth'?");
        assertThat(parameters()).isEmpty();
    }

    private static List<String> parameters() {
        try (SsmClient ssm = AWS.client(SsmClient.builder())) {
            return ssm.describeParameters().parameters().stream().map(parameter -> parameter.name()).toList();
        }
    }
}
