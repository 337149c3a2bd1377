package dev.tandem.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import dev.tandem.persona.PersonaService;
import dev.tandem.requirements.Covers;
import dev.tandem.service.store.Item;
import dev.tandem.service.store.Write;
import java.net.URI;
import java.util.List;
import org.apache.hc.core5.http.HttpRequest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** Persona, as it is built, against every pact that a consumer left. */
@Provider("persona")
@PactFolder("pacts")
@Covers({"R10.1", "R10.2"})
class PersonaKeepsItsPactsTest {

    private RunningService service;

    @BeforeEach
    void start(PactVerificationContext context) {
        service = new RunningService("persona", URI.create("http://127.0.0.1:1"), PersonaService::of);
        context.setTarget(new HttpTestTarget("127.0.0.1", service.port()));
    }

    @AfterEach
    void stop() {
        service.close();
    }

    @TestTemplate
    @ExtendWith(PactVerificationInvocationContextProvider.class)
    void keepsIt(PactVerificationContext context, HttpRequest request) {
        request.setHeader("Authorization", "Bearer " + RunningService.token("a1"));

        context.verifyInteraction();
    }

    @State("the caller has a profile")
    void profile() {
        service.table.transact(List.of(Write.put(Item.of("profile#a1", "profile").with("displayName", "Ada").with("bio", "Mathematician"))));
        assertThat(service.table.query("profile#a1", "")).hasSize(1);
    }

    @State("the caller has no profile")
    void noProfile() {
        assertThat(service.table.query("profile#a1", "")).isEmpty();
    }
}
