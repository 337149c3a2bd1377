package dev.tandem.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.ops.OperationRefusedException;
import dev.tandem.ops.smoke.Smoke;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code tandem smoke}: does what is deployed answer? */
@Command(
        name = "smoke",
        description = "Asks deployed services once each and expects 2xx within five seconds. With --base the addresses are those of the"
                + " services that have a path of the load balancer: BASE, path, health path.",
        exitCodeList = {
            "0:all answered 2xx", "1:one did not, or no such service", "2:wrong usage",
            "3:AWS can't be reached, or denies access (says which action)"
        },
        footer = {
            "  ./tandem smoke --base https://api.example.com                     every service of the region",
            "  ./tandem smoke auth --base https://api.example.com --header x-tester=yes",
            "  ./tandem smoke --url https://api.example.com/api/auth/healthz     no AWS needed"
        })
final class SmokeCommand extends AwsCommand {

    @Parameters(arity = "0..*", paramLabel = "SERVICE", description = "Services. Default: all that have a path.")
    private List<String> services = List.of();

    @Option(names = "--base", paramLabel = "URL", description = "What the paths are put behind, such as https://api.example.com.")
    private String base;

    @Option(names = "--url", paramLabel = "URL", description = "Asks this address; may be repeated.")
    private List<String> urls = List.of();

    @Option(names = "--header", paramLabel = "NAME=VALUE", description = "Sent with each request, such as the mark of a pin.")
    private List<String> headers = List.of();

    @Override
    public Integer call() {
        if (base == null && urls.isEmpty()) {
            throw new picocli.CommandLine.ParameterException(spec().commandLine(), "nothing to ask, expected --base or --url");
        }
        return guarded(() -> {
            List<String> addresses = new ArrayList<>(urls);
            if (base != null) {
                try (MeshSession session = MeshSession.open(where())) {
                    addresses.addAll(addresses(session));
                }
            }
            return ask(addresses);
        });
    }

    private List<String> addresses(MeshSession session) {
        List<String> names = services.isEmpty() ? List.copyOf(session.store().services()) : services;
        List<String> found = new ArrayList<>();
        for (String name : names) {
            RouteDocument document = session.operations().live(name).document();
            if (document.path().isEmpty() && !services.isEmpty()) {
                throw new OperationRefusedException("service '" + name + "' has no path of the load balancer, expected one that has: it can"
                        + " be asked from inside the mesh only");
            }
            document.path().ifPresent(path -> found.add(base.replaceAll("/+$", "") + path + document.healthPath()));
        }
        if (found.isEmpty()) {
            throw new OperationRefusedException("no service in " + session.store().table() + " has a path of the load balancer");
        }
        return found;
    }

    private int ask(List<String> addresses) {
        Map<String, String> sent = Smoke.headers(headers);
        List<Smoke.Result> results = addresses.stream().map(address -> Smoke.ask(address, sent)).toList();
        StringBuilder text = new StringBuilder();
        var json = JsonNodeFactory.instance.objectNode();
        var list = json.putArray("results");
        for (Smoke.Result result : results) {
            text.append(result.good() ? "ok      " + result.address() + ": HTTP " + result.status() + " in " + result.millis() + " ms"
                    : "failed  " + result.text()).append('\n');
            list.addObject().put("address", result.address()).put("good", result.good()).put("status", result.status())
                    .put("millis", result.millis()).put("problem", result.problem());
        }
        boolean good = results.stream().allMatch(Smoke.Result::good);
        json.put("good", good);
        print(text.toString(), json.toPrettyString() + "\n");
        return good ? 0 : REFUSED;
    }
}
