package dev.tandem.components.tokens;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.resources.ComponentResourceOptions;
import dev.tandem.components.events.EventExchange;
import dev.tandem.components.events.ExchangePlan;
import dev.tandem.components.functions.FunctionRoles;
import dev.tandem.components.service.ImageRef;
import dev.tandem.components.testing.FoundationFixture;
import dev.tandem.components.testing.Golden;
import dev.tandem.components.testing.RecordedDeployment;
import dev.tandem.requirements.Covers;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The rotation of signing keys, as it is planned and declared. */
@Covers(value = "R8.2", evidence = Covers.Evidence.DESIGNED)
class SigningKeysTest {

    private static final FunctionRoles ROLES = new FunctionRoles(
            "tandem", "prod", "eu-central-1", FoundationFixture.ACCOUNT, FoundationFixture.BOUNDARY);
    private static final ImageRef IMAGE = ImageRef.parse("tandem/prod/auth-keys:1.0.0");
    private static final SigningKeysPlan PLAN = SigningKeysPlan.of(ROLES, "auth", IMAGE);

    private static RecordedDeployment declared() {
        return RecordedDeployment.of("eu-central-1", context -> {
            var own = FoundationFixture.in("eu-central-1", "10.20.0.0/16");
            var options = ComponentResourceOptions.builder().build();
            EventExchange exchange = new EventExchange("events", own, ExchangePlan.of(ROLES, "eu-west-1"), options);
            new SigningKeys("auth-keys", own, "auth", IMAGE, exchange, options);
        });
    }

    @Test
    void isWhatTheGoldenFilesSay() {
        Golden.assertMatches("signing-keys-plan.json", PLAN);
        Golden.assertJsonMatches("signing-keys-role.json", PLAN.role().policies().get("work").toJson());
    }

    @Test
    void theFunctionRunsOnceAtATimeAndSilenceRings() {
        RecordedDeployment deployment = declared();
        assertThat(deployment.result().errors()).isEmpty();
        assertThat(deployment.get("aws:lambda/function:Function", "auth-keys").inputs())
                .containsEntry("reservedConcurrentExecutions", 1.0)
                .containsEntry("packageType", "Image")
                .containsEntry("imageUri", "111122223333.dkr.ecr.eu-central-1.amazonaws.com/tandem/prod/auth-keys:1.0.0");
        assertThat(deployment.get("aws:cloudwatch/metricAlarm:MetricAlarm", "auth-keys").inputs())
                .containsEntry("treatMissingData", "breaching").containsEntry("metricName", "Errors");
        assertThat(deployment.get("aws:cloudwatch/eventTarget:EventTarget", "auth-keys").text("deadLetterConfig"))
                .contains(":tandem-prod-undelivered");
    }

    @Test
    void noKeyIsInThePlan() {
        RecordedDeployment deployment = declared();
        assertThat(deployment.ofType("aws:ssm/parameter:Parameter")).isEmpty();
        assertThat(deployment.get("aws:lambda/function:Function", "auth-keys").text("environment"))
                .contains("TANDEM_PREFIX=/tandem/prod", "TANDEM_DATA_KEY=alias/tandem-prod");
        assertThat(List.of(PLAN.role().policies().get("work").toJson())).noneMatch(json -> json.contains("\"ssm:*\""));
    }
}
