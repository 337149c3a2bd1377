package dev.tandem.cli;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.mesh.route.LiveRoute;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.mesh.route.RouteJson;
import dev.tandem.mesh.store.LivePointer;
import dev.tandem.mesh.store.RouteVersion;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code tandem status}: what is live in the mesh of a region. */
@Command(
        name = "status",
        description = "Shows what is live in a region's mesh: versions and their shares, what is switched on, who changed it last."
                + " With a service, its history as well.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:shown", "1:no such service", "2:wrong usage", "3:AWS can't be reached, or denies access"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  ./tandem status                              all services of the primary region",
            "  ./tandem status auth                         one service, with its last 20 versions",
            "  ./tandem status --region eu-west-1 --json    the other region, for a machine"
        })
final class StatusCommand implements Callable<Integer> {

    private static final int VERSIONS = 20;

    @Spec
    private CommandSpec spec;

    @Mixin
    private OperatorOptions where;

    @Parameters(index = "0", arity = "0..1", paramLabel = "SERVICE", description = "A service. Default: all.")
    private String service;

    @Option(names = {"-h", "--help"}, usageHelp = true, description = "Explains this command.")
    private boolean help;

    @Override
    public Integer call() {
        return RouteChanger.guarded(spec, where, this::show);
    }

    private int show(MeshSession session) {
        Map<String, LivePointer> pointers = new TreeMap<>(session.store().pointers());
        session.store().services().forEach(name -> pointers.computeIfAbsent(
                name, none -> new LivePointer(0, 0, "the stack", "declared, nothing published yet", Instant.EPOCH)));
        if (service != null) {
            session.operations().live(service);
        }
        StringBuilder text = new StringBuilder();
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        pointers.forEach((name, pointer) -> {
            if (service == null || service.equals(name)) {
                RouteDocument document = session.store().live(name).map(LiveRoute::document).orElseThrow();
                List<RouteVersion> history = service == null ? List.of() : session.store().history(name, VERSIONS);
                text.append(text(name, pointer, document, history));
                all.add(json(name, pointer, document, history));
            }
        });
        if (pointers.isEmpty()) {
            text.append("No service has routes in ").append(session.store().table()).append(" of ").append(where.region()).append(".\n");
        }
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("environment", where.environment()).put("region", where.region()).set("services", all);
        spec.commandLine().getOut().print(where.json() ? json.toPrettyString() + "\n" : text);
        spec.commandLine().getOut().flush();
        return 0;
    }

    private static String text(String name, LivePointer pointer, RouteDocument document, List<RouteVersion> history) {
        StringBuilder text = new StringBuilder(name + "  version " + pointer.version() + "  "
                + document.versions().stream().map(v -> v.name() + " " + v.weight() + " %").collect(Collectors.joining(", ")) + "\n");
        text.append("  changed ").append(pointer.at()).append(" by ").append(pointer.author())
                .append(pointer.note().isEmpty() ? "" : ": " + pointer.note()).append('\n');
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
