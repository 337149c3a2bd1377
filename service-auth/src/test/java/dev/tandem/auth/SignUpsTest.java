package dev.tandem.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.service.http.Json;
import dev.tandem.service.idempotency.IdempotentRequests.Effect;
import dev.tandem.service.queue.Envelope;
import dev.tandem.service.store.MemoryStore;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
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
        assertThat(signUps.state(attacker.path("signUpId").asText())).as("not taken for undone").contains("PENDING");
        assertThat(command("ActivateAccount", attacker, victim)).contains("AccountOfAnother");
        assertThat(accounts.find(id(victim)).orElseThrow().text(Accounts.STATE)).isEqualTo(Accounts.PENDING);

        assertThat(command("CancelAccount", attacker, attacker)).isEmpty();
        assertThat(accounts.find(id(attacker))).isEmpty();
        assertThat(command("ActivateAccount", victim, victim)).isEmpty();
        assertThat(accounts.find(id(victim)).orElseThrow().text(Accounts.STATE)).isEqualTo(Accounts.ACTIVE);
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
        signUps.handle(new Envelope(Envelope.Kind.COMMAND, ofSignUp.path("signUpId").asText(), action, "", "",
                Json.object().put("accountId", id(withAccount)), "token"));
        return store.drainCreated().stream().filter(item -> item.find("type").equals(Optional.of("CommandFailed")))
                .map(item -> item.text("data")).findFirst().orElse("");
    }
}
