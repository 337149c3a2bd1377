package dev.tandem.cli;

import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.ops.routes.EditTexts;
import dev.tandem.ops.routes.MeshOnly;
import dev.tandem.ops.routes.RouteEdits;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** {@code tandem traffic}: weights, pins, faults and mirrors of a service. */
@Command(
        name = "traffic",
        description = "Changes where a service's requests go: shares of its versions, pins for testers, faults on purpose, copies."
                + " A version that starts gets 1 to 5 %%, and none without running tasks. Refused on a service that ECS rolls"
                + " out (rollout in tandem:services): all of it needs the mesh.",
        footer = {
            "  ./tandem traffic auth --weight canary=5                       stable keeps the rest",
            "  ./tandem traffic auth --weight stable=0 --weight canary=100 --yes",
            "  ./tandem traffic auth --pin header:x-tester=yes@canary        this header, this version",
            "  ./tandem traffic auth --fault delay=300ms@10 --only-if x-chaos=on",
            "  ./tandem traffic auth --fault abort=503@5 --yes",
            "  ./tandem traffic auth --mirror canary@10 --yes                answers of copies are dropped",
            "  ./tandem traffic auth --no-fault --no-mirror --no-pins --yes"
        })
final class TrafficCommand extends ServiceCommand {

    @Option(names = "--force", description = "Skips the limit of 1 to 5 %% for a version that starts, and the count of tasks.")
    private boolean force;

    @Option(names = {"-w", "--weight"}, paramLabel = "VERSION=PERCENT", description = "Share of a version; may be repeated.")
    private List<String> weights = List.of();

    @Option(names = "--pin", paramLabel = "MARK", description = "Sends requests with a header or cookie to one version.")
    private String pin;

    @Option(names = "--no-pins", description = "Takes all pins away.")
    private boolean noPins;

    @Option(names = "--fault", paramLabel = "FAULT", description = "Delays or aborts a share of the requests; once each.")
    private List<String> faults = List.of();

    @Option(names = "--only-if", paramLabel = "HEADER=VALUE", description = "Faults only requests with this header.")
    private String onlyIf;

    @Option(names = "--no-fault", description = "Takes all faults away.")
    private boolean noFault;

    @Option(names = "--mirror", paramLabel = "VERSION@PERCENT", description = "Copies a share of the requests to a version.")
    private String mirror;

    @Option(names = "--no-mirror", description = "Copies nothing.")
    private boolean noMirror;

    @Override
    public Integer call() {
        if (weights.isEmpty() && pin == null && faults.isEmpty() && mirror == null && !noPins && !noFault && !noMirror) {
            throw new ParameterException(spec().commandLine(),
                    "nothing to change, expected at least one of --weight, --pin, --fault, --mirror, --no-pins, --no-fault, --no-mirror");
        }
        if (onlyIf != null && faults.isEmpty()) {
            throw new ParameterException(spec().commandLine(), "--only-if limits a fault, expected --fault as well");
        }
        return change(force, !weights.isEmpty() && !force,
                session -> (force ? session.uncounted() : session.operations()).plan(service(), this::edit, force));
    }

    private RouteDocument edit(RouteDocument document) {
        RouteDocument next = document;
        if (noPins) {
            next = RouteEdits.withoutPins(next);
        }
        if (!weights.isEmpty()) {
            MeshOnly.SHARES.refuse(document, "--weight");
            next = RouteEdits.weights(next, EditTexts.weights(weights));
        }
        if (pin != null) {
            MeshOnly.PINS.refuse(document, "--pin");
            next = RouteEdits.pin(next, EditTexts.pin(pin));
        }
        if (!faults.isEmpty()) {
            MeshOnly.FAULTS.refuse(document, "--fault");
        }
        if (noFault || !faults.isEmpty()) {
            next = RouteEdits.fault(next, faults.isEmpty()
                    ? Optional.empty() : Optional.of(EditTexts.fault(faults, Optional.ofNullable(onlyIf))));
        }
        if (mirror != null) {
            MeshOnly.MIRRORS.refuse(document, "--mirror");
        }
        if (noMirror || mirror != null) {
            next = RouteEdits.mirror(next, Optional.ofNullable(mirror).map(EditTexts::mirror));
        }
        return next;
    }
}
