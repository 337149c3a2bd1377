package dev.tandem.mesh.identity.issue;

import com.amazonaws.services.lambda.runtime.Context;
import com.amazonaws.services.lambda.runtime.RequestStreamHandler;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.mesh.identity.IdentityException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The issuer as a Lambda function, each hour. Takes {@code {}} or an event of the schedule, for what is due; or
 * {@code {"services": ["auth"]}}, {@code {"ca": "rotate"}}, {@code {"ca": "retire"}}. Audit records, notices and the age metric
 * go to stdout, which is the function's log group. A service that got no identity fails the invocation, after the others got theirs.
 */
public final class IssuerHandler implements RequestStreamHandler {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, String> environment;
    private final Clock clock;
    private final PrintStream log;

    /** Called by Lambda. */
    public IssuerHandler() {
        this(System.getenv(), Clock.systemUTC(), System.out);
    }

    /**
     * For tests.
     *
     * @param environment variables; {@code TANDEM_AWS_ENDPOINT} is that of a simulator
     */
    public IssuerHandler(Map<String, String> environment, Clock clock, PrintStream log) {
        this.environment = environment;
        this.clock = clock;
        this.log = log;
    }

    /** @throws IdentityException when a service got no identity, or the request is none */
    @Override
    public void handleRequest(InputStream input, OutputStream output, Context context) throws IOException {
        IssuerSettings settings = IssuerSettings.of(environment);
        IssueRequest request = request(JSON.readTree(input), context);
        Optional<URI> endpoint = Optional.ofNullable(environment.get("TANDEM_AWS_ENDPOINT")).map(URI::create);
        IssueReport report;
        try (IssuerClients clients = new IssuerClients(settings, endpoint)) {
            report = clients.issuer(entry -> log.println(entry.toJson()), clock).run(request);
        }
        // An answer to the schedule is read by nobody.
        report.notices().forEach(notice -> log.println(JSON.createObjectNode().put("event", "notice").put("message", notice)));
        log.println(AgeMetric.line(settings.environment(), report.oldest(clock.instant()), clock.instant()));
        if (!report.failures().isEmpty()) {
            throw new IdentityException("no new identity for " + report.failures());
        }
        output.write(JSON.writeValueAsBytes(answer(report)));
    }

    private static IssueRequest request(JsonNode input, Context context) {
        List<String> services = new ArrayList<>();
        input.path("services").forEach(service -> services.add(service.asText()));
        String ca = input.path("ca").asText("");
        if (!List.of("", "rotate", "retire").contains(ca)) {
            throw new IdentityException("\"ca\" is \"" + ca + "\", expected rotate or retire");
        }
        return new IssueRequest(services, ca.equals("rotate"), ca.equals("retire"),
                context.getInvokedFunctionArn() + " request " + context.getAwsRequestId());
    }

    private static ObjectNode answer(IssueReport report) {
        ObjectNode answer = JSON.createObjectNode();
        ObjectNode services = answer.putObject("services");
        report.services().forEach((name, outcome) -> services.putObject(name)
                .put("issued", outcome.issued())
                .put("reason", outcome.reason())
                .put("notAfter", outcome.notAfter().map(Object::toString).orElse(null)));
        report.ca().forEach(answer.putArray("ca")::add);
        report.notices().forEach(answer.putArray("notices")::add);
        return answer;
    }
}
