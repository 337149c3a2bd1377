package dev.tandem.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.mesh.route.LiveRoute;
import dev.tandem.mesh.route.RolledOutBy;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.RouteJson;
import dev.tandem.mesh.store.LivePointer;
import dev.tandem.mesh.store.RouteVersion;
import dev.tandem.ops.canary.CanaryRun;
import dev.tandem.ops.canary.CanaryStore;
import dev.tandem.ops.status.RegionFacts;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem status}: what is live in the mesh of a region. */
@Command(
        name = "status",
        description = "Shows both regions: versions and their shares, canaries, what is switched on, who changed it last, the identities'"
                + " age, alarms that ring, the budget, the last changes. With a service its history, and no more of the region."
                + " A region that can't be read hides nothing of the other.",
        footer = {
            "  ./tandem status                              both regions",
            "  ./tandem status auth                         one service, with its last 20 versions",
            "  ./tandem status --region eu-west-1 --json    the other region, for a machine"
        })
final class StatusCommand extends AwsCommand {

    private static final int VERSIONS = 20;

    @Parameters(index = "0", arity = "0..1", paramLabel = "SERVICE", description = "A service. Default: all.")
    private String service;

    @Override
    public Integer call() {
        boolean one = spec().commandLine().getParseResult().hasMatchedOption("--region");
        List<String> regions = one ? List.of(where().region()) : OperatorOptions.PAIR;
        StringBuilder text = new StringBuilder();
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        int code = 0;
        for (String region : regions) {
            OperatorOptions there = where().in(region);
            int ended = guarded(() -> {
                try (MeshSession session = MeshSession.open(there)) {
                    return show(session, there, text, all);
                }
            });
            code = Math.max(code, ended);
            if (ended != 0 && !one) {
                text.append(region).append(": not known, see above\n\n");
            }
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("environment", where().environment()).set("regions", all);
        if (one && code != 0) {
            return code;
        }
        print(text.toString(), (one ? all.get(0) : json).toPrettyString() + "\n");
        return code;
    }

    private int show(MeshSession session, OperatorOptions there, StringBuilder text, ArrayNode regions) {
        Map<String, LivePointer> pointers = new TreeMap<>(session.store().pointers());
        session.store().services().forEach(name -> pointers.computeIfAbsent(
                name, none -> new LivePointer(0, 0, "the stack", "declared, nothing published yet", Instant.EPOCH)));
        if (service != null) {
            session.operations().live(service);
        }
        CanaryStore canaries = new CanaryStore(session.dynamo(), session.store().table());
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        text.append(there.region()).append(" (").append(there.environment()).append(")\n");
        pointers.forEach((name, pointer) -> {
            if (service == null || service.equals(name)) {
                RouteDocument document = session.store().live(name).map(LiveRoute::document).orElseThrow();
                List<RouteVersion> history = service == null ? List.of() : session.store().history(name, VERSIONS);
                Optional<CanaryRun> canary = canaries.load(name);
                text.append(text(name, pointer, document, history, canary));
                ObjectNode one = json(name, pointer, document, history);
                canary.ifPresent(run -> one.put("canary", run.text()));
                all.add(one);
            }
        });
        if (pointers.isEmpty()) {
            text.append("No service has routes in ").append(session.store().table()).append(" of ").append(there.region()).append(".\n");
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("environment", there.environment()).put("region", there.region()).set("services", all);
        if (service == null) {
            RegionFacts facts = RegionFacts.of(there.access(), OperatorOptions.PROJECT, there.environment(), pointers.keySet());
            text.append(StatusFacts.text(facts));
            json.set("facts", StatusFacts.json(facts));
            facts.unknown().forEach(line -> err().println("warning: " + there.region() + ": " + line));
        }
        regions.add(json);
        text.append('\n');
        return 0;
    }

    private static String text(
            String name, LivePointer pointer, RouteDocument document, List<RouteVersion> history, Optional<CanaryRun> canary) {
        StringBuilder text = new StringBuilder(name + "  version " + pointer.version() + "  "
                + document.versions().stream().map(v -> v.name() + " " + v.weight() + " %").collect(Collectors.joining(", "))
                + (document.rolledOutBy() == RolledOutBy.ECS ? ", rolled out by ECS" : "") + "\n");
        text.append("  changed ").append(pointer.at()).append(" by ").append(pointer.author())
                .append(pointer.note().isEmpty() ? "" : ": " + pointer.note()).append('\n');
        canary.ifPresent(run -> text.append("  ").append(run.text()).append('\n'));
        String switched = switchedOn(document);
        text.append(switched.isEmpty() ? "" : "  switched on: " + switched + "\n");
        for (RouteVersion version : history) {
            text.append(version.number() == pointer.version() ? "  * " : "    ").append(version.number()).append("  ")
                    .append(version.at()).append("  ").append(version.author()).append("  ").append(version.note()).append('\n');
        }
        return text.toString();
    }

    private static String switchedOn(RouteDocument document) {
        List<String> on = new ArrayList<>();
        document.fault().ifPresent(fault -> on.add("faults"));
        document.mirror().ifPresent(mirror -> on.add("mirror to " + mirror.version()));
        document.rateLimit().ifPresent(limit -> on.add("rate limit of " + limit.requestsPerSecond() + "/s"));
        if (!document.pins().isEmpty()) {
            on.add(document.pins().size() + " pins");
        }
        return String.join(", ", on);
    }

    private static ObjectNode json(String name, LivePointer pointer, RouteDocument document, List<RouteVersion> history) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("service", name).put("version", pointer.version()).put("previous", pointer.previous())
                .put("author", pointer.author()).put("note", pointer.note()).put("at", pointer.at().toString());
        json.set("document", RouteJson.tree(document));
        ArrayNode versions = json.putArray("history");
        history.forEach(version -> versions.addObject().put("version", version.number()).put("at", version.at().toString())
                .put("author", version.author()).put("note", version.note()).put("digest", version.digest()));
        return json;
    }
}
