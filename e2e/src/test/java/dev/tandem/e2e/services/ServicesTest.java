package dev.tandem.e2e.services;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.dev.Child;
import dev.tandem.dev.CloudResources;
import dev.tandem.e2e.envoy.Eventually;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.requirements.Covers;
import dev.tandem.service.queue.DeadLetters;
import dev.tandem.service.store.FencedStore;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.services.dynamodb.model.AttributeValue;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.sqs.model.QueueAttributeName;

@NeedsTools({Tools.MOTO, Tools.ENVOY})
class ServicesTest {

    private static final int STEP_SECONDS = 8;
    private static final Duration LIMIT = Duration.ofSeconds(120);
    private static final Pattern TRACE_ID = Pattern.compile("\"traceId\":\"([0-9a-f]{32})\"");
    private static final List<String> ACTIONS = List.of("ReserveAccount", "CreateProfile", "ActivateAccount");

    @TempDir
    private static Path directory;
    private static Street street;

    @BeforeAll
    static void start() {
        street = new Street(directory, STEP_SECONDS);
    }

    @AfterAll
    static void stop() {
        if (street != null) {
            street.close();
        }
    }

    @Test
    @Covers(value = {"R5.1", "R2.1"}, evidence = Covers.Evidence.SIMULATED, meshBackend = "envoy")
    void oneTraceShowsEdgeAuthAndPersona() {
        assertThat(street.ended(street.signUp("trace@example.com"))).isEqualTo("COMPLETE");

        String token = street.token("trace@example.com");
        String[] correlationId = {""};
        Eventually.within(LIMIT, () -> {
            correlationId[0] = "who-am-i-" + UUID.randomUUID();
            Street.Answer me = street.send("GET", "/api/auth/me", "", "Authorization", token, "X-Correlation-Id", correlationId[0]);
            return me.status() == 200 && me.body().path("profile").path("displayName").asText().equals("Ada")
                    ? Optional.empty() : Optional.of("answered " + me.status() + " " + me.body());
        });

        String traceId = traceOf(correlationId[0]);
        Eventually.within(LIMIT, () -> {
            // Envoy writes its access log every ten seconds.
            String lines = street.trace(traceId);
            List<String> missing = new ArrayList<>(List.of("\"listener\":\"edge\"", "\"caller\":\"spiffe://dev.tandem.internal/ns/dev/svc/auth\"",
                    "\"route\":\"/api/auth/me\"", "\"route\":\"/api/persona/profiles/me\""));
            missing.removeIf(lines::contains);
            return missing.isEmpty() ? Optional.empty() : Optional.of("trace " + traceId + " lacks " + missing + ":\n" + lines);
        });
        assertThat(street.trace(traceId).lines()).allSatisfy(line -> assertThat(line).contains("\"correlationId\":\"" + correlationId[0] + "\""));
        Eventually.within(LIMIT, () -> {
            // More than one where it was asked for more than once, until it was accepted.
            List<String> signUps = traces(street.log("auth").lines().filter(line -> line.contains("sign-up-trace-example.com")).toList());
            return traces(doneBy("persona", "CreateProfile")).stream().anyMatch(signUps::contains)
                    ? Optional.empty() : Optional.of("the saga's message is in no trace of its sign-up, " + signUps);
        });
        assertThat(street.log("auth") + street.log("persona")).doesNotContain("trace@example.com").doesNotContain(Street.PASSWORD);
    }

    @Test
    @Covers(value = {"R9.2", "R9.3", "R9.4", "R10.1"}, evidence = Covers.Evidence.SIMULATED)
    void everySignUpEndsWhoeverIsKilled() {
        List<String> signUps = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String signUp = street.signUp("kill" + i + "@example.com");
            signUps.add(signUp);
            if (i < ACTIONS.size()) {
                String action = ACTIONS.get(i);
                String service = action.equals("CreateProfile") ? "persona" : "auth";
                Eventually.within(LIMIT, () -> doneBy(service, action).stream().anyMatch(line -> line.contains(signUp))
                        ? Optional.empty() : Optional.of("the log of " + service + " has no " + action + " of " + signUp));
                kill(service);
            } else {
                kill(i % 2 == 0 ? "persona" : "auth");
            }
        }
        // The same address again, and an address in other letters: refused, and nothing of it stays.
        String second = street.signUp("kill0@example.com");
        String third = street.signUp("KILL1@example.com");

        signUps.addAll(List.of(second, third));

        List<String> ends = signUps.stream().map(street::ended).toList();

        Eventually.within(LIMIT, () -> street.keys("persona", "profile#").equals(street.keys("auth", "account#"))
                ? Optional.empty()
                : Optional.of("accounts " + street.keys("auth", "account#") + ", profiles " + street.keys("persona", "profile#")));
        assertThat(ends).as("the third was killed when all was done").contains("COMPLETE");
        assertThat(street.keys("auth", "email#").stream().filter(address -> address.startsWith("kill")))
                .hasSize(Collections.frequency(ends, "COMPLETE"));
        assertThat(street.keys("auth", "email#")).hasSameSizeAs(street.keys("auth", "account#"));
    }

    @Test
    @Covers(value = {"R9.2", "R9.4"}, evidence = Covers.Evidence.SIMULATED)
    void anAccountTakesItsProfileWithIt() {
        String signUp = street.signUp("gone@example.com");
        assertThat(street.ended(signUp)).isEqualTo("COMPLETE");
        String token = street.token("gone@example.com");
        String accountId = street.ask("GET", "/api/auth/me", "", "Authorization", token).body().path("accountId").asText();
        JsonNode known = street.ask("GET", "/api/auth/me/personal-data", "", "Authorization", token).body();
        assertThat(known.path("auth").path("email").asText()).isEqualTo("gone@example.com");
        assertThat(known.path("persona").path("displayName").asText()).isEqualTo("Ada");

        int deleted = street.send("DELETE", "/api/auth/me", "", "Authorization", token).status();
        // Where a gateway has answered, it is asked for once more, and may be done already.
        assertThat(deleted == 204 || Street.NOBODY.contains(deleted)
                && List.of(204, 401).contains(street.ask("DELETE", "/api/auth/me", "", "Authorization", token).status())).as("%d", deleted).isTrue();

        Eventually.within(LIMIT, () -> street.keys("persona", "profile#").contains(accountId)
                ? Optional.of("persona still has the profile of " + accountId) : Optional.empty());
        assertThat(street.ask("GET", "/api/auth/me", "", "Authorization", token).status()).isEqualTo(401);
        assertThat(street.keys("auth", "account#")).doesNotContain(accountId);
        assertThat(street.keys("auth", "email#")).doesNotContain("gone@example.com");
        assertThat(street.keys("auth", "signup#")).doesNotContain(signUp);
    }

    @Test
    @Covers(value = "R9.4", evidence = Covers.Evidence.SIMULATED)
    void poisonGoesToTheDeadLettersAndComesBackByRedrive() {
        SqsClient sqs = street.town.aws().client(SqsClient.builder());
        String queue = street.town.cloud().queueUrl("persona");
        String dead = street.town.cloud().deadLettersUrl("persona");
        sqs.sendMessage(send -> send.queueUrl(queue).messageBody("{\"neither\":\"event nor command\"}"));

        Eventually.within(LIMIT, () -> waiting(sqs, dead) == 1 ? Optional.empty() : Optional.of("dead letters: " + waiting(sqs, dead)));
        assertThat(street.ended(street.signUp("healthy@example.com"))).as("others are not held up").isEqualTo("COMPLETE");
        assertThat(street.log("persona")).contains("poison: a message is neither an event of the bus nor a command of a saga");

        assertThat(new DeadLetters(sqs, dead, queue).redrive(10)).isEqualTo(1);
        Eventually.within(LIMIT, () -> waiting(sqs, dead) == 1 ? Optional.empty() : Optional.of("it is poison still, and not among the dead letters"));
    }

    @Test
    @Covers(value = "R9.3", evidence = Covers.Evidence.SIMULATED)
    void anotherServicesEventStartsNoSaga() {
        SfnClient machines = street.town.aws().client(SfnClient.builder());
        EventBridgeClient bus = street.town.aws().client(EventBridgeClient.builder());
        for (String source : List.of("tandem.persona", "tandem.auth")) {
            String id = source.replace('.', '-') + "-1";
            bus.putEvents(put -> put.entries(e -> e.eventBusName(CloudResources.BASE).source(source).detailType("SignUpRequested")
                    .detail("{\"eventId\":\"" + id + "\",\"correlationId\":\"\",\"traceparent\":\"\",\"data\":{\"signUpId\":\"" + id + "\"}}")));
        }
        // The relay takes events in their order: auth's own came last.
        Eventually.within(LIMIT, () -> runs(machines).contains("tandem-auth-1") ? Optional.empty() : Optional.of("runs: " + runs(machines)));
        assertThat(runs(machines)).doesNotContain("tandem-persona-1");
    }

    private static List<String> runs(SfnClient machines) {
        return machines.listExecutions(list -> list.stateMachineArn(street.town.machineArn())).executions().stream().map(run -> run.name()).toList();
    }

    @Test
    @Covers(value = "R9.5", evidence = Covers.Evidence.SIMULATED)
    void whereAnotherRegionWritesAWriteIsRefused() {
        Map<String, AttributeValue> epoch = Map.of("pk", AttributeValue.fromS("#epoch"), "sk", AttributeValue.fromS("#epoch"));
        street.dynamo().putItem(put -> put.tableName(CloudResources.table("auth")).item(Map.of("pk", epoch.get("pk"), "sk", epoch.get("sk"),
                FencedStore.WRITER, AttributeValue.fromS("eu-west-1"))));
        try {
            // A gateway that answers in the service's place says 503 as well, and no type.
            Eventually.within(LIMIT, () -> {
                Street.Answer refused = street.send("POST", "/api/auth/sign-ups",
                        "{\"email\":\"fence@example.com\",\"displayName\":\"Ada\",\"password\":\"" + Street.PASSWORD + "\"}", "Idempotency-Key", "fence-1");
                assertThat(refused.status()).isIn(Street.NOBODY);
                return refused.status() == 503 && refused.body().path("type").asText().equals("urn:tandem:problem:fenced")
                        && refused.response().headers().firstValue("Retry-After").equals(Optional.of("30"))
                        ? Optional.empty() : Optional.of("answered " + refused.status() + " " + refused.body());
            });
        } finally {
            street.dynamo().deleteItem(delete -> delete.tableName(CloudResources.table("auth")).key(epoch));
        }
        assertThat(street.ended(street.signUp("fence@example.com"))).isEqualTo("COMPLETE");
    }

    private static void kill(String service) {
        Child victim = street.town.task(service).application();
        long pid = victim.pid();
        ProcessHandle.of(pid).ifPresent(ProcessHandle::destroyForcibly);
        Eventually.within(LIMIT, () -> victim.pid() != pid && victim.alive() ? Optional.empty() : Optional.of("it was not started again"));
    }

    /** Lines that say that messages of a type are done. */
    private static List<String> doneBy(String service, String type) {
        return street.log(service).lines()
                .filter(line -> line.contains("\"message done\"") && line.contains("\"type\":\"" + type + "\"")).toList();
    }

    private static List<String> traces(List<String> lines) {
        return lines.stream().map(TRACE_ID::matcher).filter(Matcher::find).map(found -> found.group(1)).toList();
    }

    /** A client has its answer before the service has written the line about it. */
    private static String traceOf(String correlationId) {
        String[] traceId = {""};
        Eventually.within(LIMIT, () -> {
            traceId[0] = traces(street.log("auth").lines().filter(line -> line.contains(correlationId)).toList()).stream().findFirst().orElse("");
            return traceId[0].isEmpty() ? Optional.of("the log of auth has no trace of " + correlationId) : Optional.empty();
        });
        return traceId[0];
    }

    private static int waiting(SqsClient sqs, String queue) {
        return Integer.parseInt(sqs.getQueueAttributes(get -> get.queueUrl(queue).attributeNames(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES))
                .attributes().get(QueueAttributeName.APPROXIMATE_NUMBER_OF_MESSAGES));
    }
}
