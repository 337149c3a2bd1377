package dev.tandem.components.failover;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulumi.test.Mocks;
import dev.tandem.components.testing.RecordedDeployment;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class PeerStackTest {

    private static final String FAILED = "UNKNOWN: invocation of pulumi:pulumi:readStackOutputs returned an error: ";

    /** What reading gave: the outputs, or the message of the refusal. */
    private record Reading(Optional<PeerOutputs> outputs, String refusal) {}

    private static Reading read(boolean required, Function<Mocks.CallArgs, Map<String, Object>> engine) {
        AtomicReference<Reading> reading = new AtomicReference<>();
        RecordedDeployment.of("eu-west-1", engine, ctx -> {
            try {
                reading.set(new Reading(PeerStack.read(PairFixtures.PEER_STACK, required, ctx.log()), ""));
            } catch (PeerStackException refused) {
                reading.set(new Reading(Optional.empty(), refused.getMessage()));
            }
        });
        return reading.get();
    }

    private static Function<Mocks.CallArgs, Map<String, Object>> failing(String reason) {
        return call -> {
            throw new IllegalStateException(FAILED + reason);
        };
    }

    @Test
    void asksTheEngineForTheStackByName() {
        AtomicReference<Mocks.CallArgs> asked = new AtomicReference<>();
        Reading reading = read(true, call -> {
            asked.set(call);
            return Map.of("name", PairFixtures.PEER_STACK, "outputs", PairFixtures.outputs());
        });

        assertThat(reading.outputs()).contains(PairFixtures.peer());
        assertThat(asked.get().token).isEqualTo("pulumi:pulumi:readStackOutputs");
        assertThat(asked.get().args).isEqualTo(Map.of("name", PairFixtures.PEER_STACK));
    }

    @Test
    void takesAnUnknownStackAsNotThereYet() {
        assertThat(read(false, failing("unknown stack \"" + PairFixtures.PEER_STACK + "\"")))
                .isEqualTo(new Reading(Optional.empty(), ""));
    }

    @Test
    void saysWhatIsLeftOutMeanwhile() {
        assertThat(PeerStack.notYet(PairFixtures.PEER_STACK)).isEqualTo("stack organization/tandem/eu-central-1 is not deployed"
                + " yet: peering and failover records are left out; deploy it, then this stack again");
    }

    @Test
    void takesAStackWithoutOutputsAsNotThereYet() {
        assertThat(read(false, call -> Map.of("outputs", Map.of()))).isEqualTo(new Reading(Optional.empty(), ""));
    }

    @Test
    void refusesAbsenceOnceTheStackIsRequired() {
        assertThat(read(true, call -> Map.of("outputs", Map.of())).refusal())
                .isEqualTo("stack organization/tandem/eu-central-1 is not deployed, but the pair requires it: deploy it first,"
                        + " correct its name, or allow its absence until both regions are there");
    }

    @Test
    void raisesEveryOtherFailure() {
        for (String reason : List.of(
                "organization name must be 'organization'",
                "failed to load checkpoint: unexpected end of JSON input",
                "unknown stack \"organization/other/eu-central-1\"",
                "could not read bucket: access denied")) {
            assertThat(read(false, failing(reason)).refusal())
                    .isEqualTo("stack organization/tandem/eu-central-1 could not be read: " + FAILED + reason);
        }
    }

    @Test
    void namesEveryOutputThatDoesNotFit() {
        Map<String, Object> outputs = Map.of("region", "eu-central-1", "vpcId", 7, "privateRouteTableIds", List.of());
        assertThat(read(false, call -> Map.of("outputs", outputs)).refusal()).isEqualTo(
                "stack organization/tandem/eu-central-1 is deployed, but its outputs do not fit: vpcId is \"7.0\", expected a"
                        + " text; vpcCidr is missing, expected a text; albDnsName is missing, expected a text; albZoneId is"
                        + " missing, expected a text; kmsKeyArn is missing, expected a text; privateRouteTableIds is \"[]\","
                        + " expected a list of route table ids; bring it up to date with \"pulumi up\" first");
    }

    @Test
    void saysWhenTheEngineAnswersSomethingElse() {
        assertThat(read(false, call -> Map.of("name", "x")).refusal()).isEqualTo(
                "stack organization/tandem/eu-central-1 could not be read: the engine answered [name], expected a map named"
                        + " \"outputs\"");
    }
}
