package dev.tandem.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.requirements.Covers;
import dev.tandem.service.http.Json;
import dev.tandem.service.idempotency.IdempotentRequests.Effect;
import dev.tandem.service.queue.Envelope;
import dev.tandem.service.store.Key;
import dev.tandem.service.store.MemoryStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Auth's steps believe what auth wrote, and not what a command says. */
class SignUpsTest {

    private static final Clock NOW = Clock.fixed(Instant.parse("2026-11-27T12:00:00Z"), ZoneOffset.UTC);

    private final MemoryStore store = new MemoryStore();
    private final Accounts accounts = new Accounts(store);
    private final SignUps signUps = new SignUps(store, NOW, Map::of);

    @Test
    void aSagaTouchesTheAccountOfItsSignUpOnly() throws JsonProcessingException {
        JsonNode victim = requested("victim@example.org");
        JsonNode attacker = requested("attacker@example.org");
        command("ReserveAccount", victim, victim);
        command("ReserveAccount", attacker, attacker);

        assertThat(command("CancelAccount", attacker, victim)).contains("AccountOfAnother");
        assertThat(accounts.find(id(victim))).isPresent();
        assertThat(state(attacker)).as("not taken for undone").contains("PENDING");
        assertThat(command("ActivateAccount", attacker, victim)).contains("AccountOfAnother");
        assertThat(accounts.find(id(victim)).orElseThrow().text(Accounts.STATE)).isEqualTo(Accounts.PENDING);

        assertThat(command("CancelAccount", attacker, attacker)).isEmpty();
        assertThat(accounts.find(id(attacker))).isEmpty();
        assertThat(command("ActivateAccount", victim, victim)).isEmpty();
        assertThat(accounts.find(id(victim)).orElseThrow().text(Accounts.STATE)).isEqualTo(Accounts.ACTIVE);
    }

    /** The command of the runbook, as an operator sends it; nobody waits for its token any more. */
    @Test
    @Covers("R9.4")
    void whatIsStuckEndsByACommandThatIsSentByHand() throws IOException {
        JsonNode stuck = requested("stuck@example.org");
        JsonNode undone = requested("undone@example.org");
        command("ReserveAccount", stuck, stuck);
        command("ReserveAccount", undone, undone);
        store.drainCreated();

        signUps.handle(byHand(stuck, "ActivateAccount"));
        assertThat(state(stuck)).contains("COMPLETE");
        signUps.handle(byHand(stuck, "ActivateAccount"));
        assertThat(store.drainCreated()).extracting(item -> item.find("type").orElse("")).as("a second one is answered, and changes nothing")
                .filteredOn(type -> !type.isEmpty())
                .containsExactlyInAnyOrder("AccountActivated", "CommandSucceeded", "CommandSucceeded");

        signUps.handle(byHand(undone, "CancelAccount"));
        assertThat(state(undone)).contains("UNDONE");
        assertThat(accounts.ofEmail("undone@example.org")).isEmpty();
    }

    @Test
    @Covers("R9.4")
    void whatIsRefusedStaysRefused() throws IOException {
        JsonNode late = requested("late@example.org");

        signUps.handle(byHand(late, "ActivateAccount"));
        command("ReserveAccount", late, late);
        signUps.handle(byHand(late, "ActivateAccount"));

        assertThat(state(late)).contains("PENDING");
        assertThat(store.get(new Key("saga#" + signUpId(late), "ActivateAccount")).orElseThrow().text("error")).isEqualTo("AccountMissing");
    }

    @Test
    void theEventThatStartsASagaHasNoAddress() throws IOException {
        requested("ada@example.org");

        assertThat(store.drainCreated()).filteredOn(item -> item.find("type").equals(Optional.of("SignUpRequested")))
                .singleElement().satisfies(event -> assertThat(event.text("data")).contains("\"displayName\"").doesNotContain("ada@example.org"));
    }

    private Envelope byHand(JsonNode signUp, String action) throws IOException {
        String runbook = Files.readString(Path.of("../docs/runbooks/saga-stuck.md"));
        Matcher body = Pattern.compile("```json\\s+(\\{.*})\\s+```").matcher(runbook);
        assertThat(body.find()).as("the runbook has the command").isTrue();
        return Envelope.parse(body.group(1).replace("SAGA_ID", signUpId(signUp)).replace("ACCOUNT_ID", id(signUp)).replace("ActivateAccount", action));
    }

    private Optional<String> state(JsonNode signUp) {
        return signUps.state(signUpId(signUp));
    }

    private static String signUpId(JsonNode signUp) {
        return signUp.path("signUpId").asText();
    }

    private JsonNode requested(String email) throws JsonProcessingException {
        Effect effect = signUps.request(email, "Name", "hash");
        store.transact(effect.writes());
        return Json.MAPPER.readTree(effect.response().body());
    }

    private static String id(JsonNode signUp) {
        return signUp.path("accountId").asText();
    }

    /** @return why it was refused; empty for done */
    private String command(String action, JsonNode ofSignUp, JsonNode withAccount) {
        store.drainCreated();
        signUps.handle(new Envelope(Envelope.Kind.COMMAND, signUpId(ofSignUp), action, "", "",
                Json.object().put("accountId", id(withAccount)), "token"));
        return store.drainCreated().stream().filter(item -> item.find("type").equals(Optional.of("CommandFailed")))
                .map(item -> item.text("data")).findFirst().orElse("");
    }
}
