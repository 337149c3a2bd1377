package dev.tandem.e2e.product;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.sun.net.httpserver.HttpServer;
import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.stock.ScratchClone;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code build/dependency-check} with a stand-in for the database OSV, which knows one vulnerability. */
class DependencyCheckTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String BAD = "pkg:maven/org.example/bad@1.0";

    @TempDir
    Path directory;

    private HttpServer osv;
    private Path sbom;

    @BeforeEach
    void aDatabaseAndAnSbom() throws IOException {
        osv = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 8);
        osv.createContext("/v1/querybatch", exchange -> {
            try (exchange) {
                ArrayNode results = JSON.createArrayNode();
                for (JsonNode query : JSON.readTree(exchange.getRequestBody()).path("queries")) {
                    boolean bad = query.at("/package/purl").asText().equals(BAD);
                    results.add(JSON.readTree(bad ? "{\"vulns\":[{\"id\":\"GHSA-aaaa-bbbb-cccc\"}]}" : "{}"));
                }
                byte[] text = JSON.writeValueAsBytes(JSON.createObjectNode().set("results", results));
                exchange.sendResponseHeaders(200, text.length);
                exchange.getResponseBody().write(text);
            }
        });
        osv.start();
        sbom = sbom(BAD + "?type=jar", "pkg:maven/org.example/good@2.0?type=jar", "pkg:maven/dev.tandem/cost@0.1.0?type=jar");
    }

    @AfterEach
    void end() {
        osv.stop(0);
    }

    private Path sbom(String... purls) throws IOException {
        ArrayNode parts = JSON.createArrayNode();
        List.of(purls).forEach(purl -> parts.addObject().put("purl", purl));
        return Files.write(directory.resolve("sbom.json"), JSON.writeValueAsBytes(JSON.createObjectNode().set("components", parts)));
    }

    private Run.Finished check(String url, String ci, String accepted) throws IOException {
        Path list = Files.writeString(directory.resolve("accepted"), accepted);
        return Run.in(ScratchClone.repository(), Map.of("OSV_URL", url, "CI", ci, "ACCEPTED", list.toString()), Duration.ofMinutes(2),
                List.of("build/dependency-check", sbom.toString()));
    }

    private String url() {
        return "http://127.0.0.1:" + osv.getAddress().getPort();
    }

    @Test
    void aKnownVulnerabilityStopsUntilItIsMendedOrAcceptedForATime() throws IOException {
        Run.Finished red = check(url(), "true", "");
        assertThat(red.exit()).isEqualTo(1);
        assertThat(red.out()).isEqualTo("GHSA-aaaa-bbbb-cccc in " + BAD + "\n    https://osv.dev/vulnerability/GHSA-aaaa-bbbb-cccc\n");
        assertThat(red.err()).contains("1 known vulnerabilities in 2 libraries.", "Fix: raise the version");
        assertThat(check(url(), "true", "GHSA-aaaa-bbbb-cccc 2999-01-01 not reachable\n").succeeded().err())
                .contains("accepted until 2999-01-01: GHSA-aaaa-bbbb-cccc");
        assertThat(check(url(), "true", "GHSA-aaaa-bbbb-cccc 2020-01-01 not reachable\n").out()).contains("its acceptance ended on 2020-01-01");
        assertThat(check(url(), "true", "GHSA-aaaa-bbbb-cccc 2999-01-01\n").exit()).as("without a reason").isEqualTo(1);
        sbom("pkg:maven/org.example/good@2.0?type=jar");
        assertThat(check(url(), "true", "").succeeded().err()).contains("1 libraries, no known vulnerability");
    }

    @Test
    void withoutANetworkItSaysThatNothingWasChecked() throws IOException {
        osv.stop(0);
        assertThat(check(url(), "", "").succeeded().err()).contains("NOT CHECKED: " + url() + " does not answer");
        assertThat(check(url(), "true", "").exit()).isEqualTo(1);
    }
}
