package dev.tandem.e2e.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.stock.ScratchClone;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

/** What bench/k6/local.js calls a lost write, on an edge that does with writes what it is told. */
@NeedsTools(Tools.K6)
class LostWritesTest {

    private static final Path SCRIPT = ScratchClone.repository().resolve("bench/k6/local.js");
    private static final ObjectMapper MAPPER = new ObjectMapper();

    /**
     * What becomes of writes.
     *
     * @param failsFrom a writer's n-th, from 0, is the first that is answered with 503
     * @param kept      whether they are done, whatever the answer
     */
    private record Fate(int failsFrom, boolean kept) {}

    @Test
    void aWriteThatFailedAndWasDoneIsNotLost() throws IOException {
        assertThat(load(new Fate(2, true)).out()).containsPattern("acknowledged writes [1-9]\\d*, lost 0\n").doesNotContain("lost_writes count==0");
    }

    @Test
    void anAcknowledgedWriteThatIsNotThereIsLost() throws IOException {
        Run.Finished ran = load(new Fate(Integer.MAX_VALUE, false));
        assertThat(ran.exit()).as(ran.text()).isEqualTo(K6.RED);
        assertThat(ran.out()).containsPattern("acknowledged writes [1-9]\\d*, lost [1-9]").contains("lost_writes count==0");
    }

    private static Run.Finished load(Fate fate) throws IOException {
        Map<String, String> profiles = new ConcurrentHashMap<>();
        ExecutorService threads = Executors.newCachedThreadPool();
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/", exchange -> answer(exchange, fate, profiles));
        server.start();
        try {
            return Run.in(SCRIPT.getParent(), Map.of("EDGE", "http://127.0.0.1:" + server.getAddress().getPort(),
                    "RATE", "30", "DURATION", "3", "WARM", "1", "WRITES", "10"), Duration.ofMinutes(2),
                    List.of(Tools.K6.path().resolve("k6").toString(), "run", "--quiet", "--no-usage-report", SCRIPT.toString()));
        } finally {
            server.stop(0);
            threads.shutdownNow();
        }
    }

    private static void answer(HttpExchange exchange, Fate fate, Map<String, String> profiles) throws IOException {
        JsonNode body = MAPPER.readTree(exchange.getRequestBody());
        String who = String.valueOf(exchange.getRequestHeaders().getFirst("Authorization"));
        int status = 200;
        Map<String, String> says = Map.of();
        if (exchange.getRequestURI().getPath().equals("/api/auth/tokens")) {
            says = Map.of("accessToken", body.path("email").asText());
        } else if (exchange.getRequestMethod().equals("PUT")) {
            String key = exchange.getRequestHeaders().getFirst("Idempotency-Key");
            status = Integer.parseInt(key.substring(key.indexOf('-') + 1)) < fate.failsFrom() ? 200 : 503;
            if (fate.kept()) {
                profiles.put(who, body.path("bio").asText());
            }
        } else if (exchange.getRequestURI().getPath().startsWith("/api/persona/profiles/")) {
            says = Map.of("bio", profiles.getOrDefault(who, ""));
        }
        byte[] text = MAPPER.writeValueAsBytes(says);
        exchange.sendResponseHeaders(status, text.length);
        exchange.getResponseBody().write(text);
        exchange.close();
    }
}
