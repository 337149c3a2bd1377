package dev.tandem.e2e.upstream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.stock.ScratchClone;
import dev.tandem.e2e.tools.Tools;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The audit of both plans by the provider that will receive them, and by checkov. It lives outside of the repository,
 * in {@code ../shared/upstream} or where {@code TANDEM_UPSTREAM_AUDIT} says, and is optional.
 */
final class UpstreamAudit {

    private static final Duration LIMIT = Duration.ofMinutes(20);
    private static JsonNode report;

    private UpstreamAudit() {}

    /**
     * A failed check of the scanner.
     *
     * @param resource its Terraform address
     */
    record Failure(String stack, String check, String resource) {}

    /** Why it cannot run here; empty when it can. */
    static Optional<String> problem() {
        if (!Files.isExecutable(script())) {
            return Optional.of("there is no " + script() + " (TANDEM_UPSTREAM_AUDIT names another place)");
        }
        boolean terraform = List.of(System.getenv("PATH").split(":")).stream()
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, "terraform")));
        return terraform ? Optional.empty() : Optional.of("there is no terraform on PATH");
    }

    /** Errors of the provider, in its own validation and when it plans. */
    static List<String> providerErrors() {
        List<String> errors = new ArrayList<>();
        report().properties().forEach(stack -> stack.getValue().forEach(region -> {
            region.path("validate").forEach(error -> errors.add(stack.getKey() + ": " + error));
            region.path("plan").forEach(error -> errors.add(stack.getKey() + ": " + error));
        }));
        return errors;
    }

    /** How many resources of a stack were judged. */
    static int resources(String stack) {
        int sum = 0;
        for (JsonNode region : report().path(stack)) {
            sum += region.path("resources").asInt();
        }
        return sum;
    }

    static List<Failure> failures() {
        List<Failure> failures = new ArrayList<>();
        report().properties().forEach(stack -> stack.getValue().forEach(region -> region.path("checkov").forEach(check ->
                check.path("resources").forEach(resource ->
                        failures.add(new Failure(stack.getKey(), check.path("id").asText(), resource.asText()))))));
        return failures;
    }

    private static Path script() {
        String own = System.getenv("TANDEM_UPSTREAM_AUDIT");
        return own != null && !own.isBlank() ? Path.of(own) : ScratchClone.repository().resolveSibling("shared/upstream/audit.sh");
    }

    private static synchronized JsonNode report() {
        if (report == null) {
            try (ScratchClone clone = ScratchClone.pristine()) {
                Path out = Files.createTempDirectory("tandem-audit");
                Run.in(clone.root(),
                        Map.of("TOOLS_BIN", Tools.STOCK_CLI.path().toString(), "AUDIT_VENV", Tools.AUDIT.path().toString(),
                                "TOOLS_CACHE", Tools.cache().toString()),
                        LIMIT, List.of(script().toString(), clone.root().toString(), "--out", out.toString())).succeeded();
                report = new ObjectMapper().readTree(out.resolve("report.json").toFile());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return report;
    }
}
