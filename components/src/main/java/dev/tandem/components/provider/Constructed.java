package dev.tandem.components.provider;

import com.pulumi.provider.internal.properties.PropertyValue;
import com.pulumi.resources.ComponentResource;
import com.pulumi.resources.ComponentResourceOptions;
import dev.tandem.components.foundation.FoundationArgs;
import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.foundation.RegionalFoundation;
import dev.tandem.components.mesh.DeclaredRoutes;
import dev.tandem.components.mesh.MeshSettings;
import dev.tandem.components.network.Ipv4Cidr;
import dev.tandem.components.service.Criticality;
import dev.tandem.components.service.DaytimeFloor;
import dev.tandem.components.service.EdgeRoutes;
import dev.tandem.components.service.MeshMembership;
import dev.tandem.components.service.MeshService;
import dev.tandem.components.service.MeshServiceArgs;
import dev.tandem.components.service.SecretSource;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A component made for a consumer, and what it tells.
 *
 * @param component the component, its children declared
 * @param state     its outputs
 */
record Constructed(ComponentResource component, State state) {

    /** @throws IllegalArgumentException naming what is wrong with the inputs */
    static Constructed foundation(String name, Given given, ComponentResourceOptions options) {
        Inputs in = new Inputs("RegionalFoundation \"" + name + "\"", Properties.FOUNDATION_INPUTS, given);
        FoundationArgs.Builder args = FoundationArgs.builder()
                .region(in.text("region"))
                .accountId(in.text("accountId"))
                .environment(in.text("environment"))
                .permissionsBoundaryArn(in.text("permissionsBoundaryArn"))
                .certificateArn(in.text("certificateArn"))
                .cidr(Ipv4Cidr.parse(in.text("cidr")))
                .zones(in.texts("zones"));
        in.ifText("project", args::project);
        in.ifInteger("endpointZones", args::endpointZones);
        in.ifTexts("repositories", args::repositories);
        in.ifTexts("alarmEmails", args::alarmEmails);
        in.ifFlag("deletionProtection", args::deletionProtection);
        in.ifFlag("ownsAuditTrail", args::ownsAuditTrail);
        in.ifInteger("logRetentionDays", args::logRetentionDays);
        if (in.has("monthlyBudgetUsd")) {
            args.monthlyBudgetUsd(BigDecimal.valueOf(in.number("monthlyBudgetUsd")));
        }
        RegionalFoundation made = new RegionalFoundation(name, args.build(), options);
        return new Constructed(made, FoundationState.of(made.ref()));
    }

    /**
     * Declares a service.
     *
     * @param made what foundations of the same program told, by URN
     * @throws IllegalArgumentException naming what is wrong with the inputs
     */
    static Constructed service(
            String name, Given given, Map<String, PropertyValue> made, ComponentResourceOptions options) {
        Inputs in = new Inputs("MeshService \"" + name + "\"", Properties.SERVICE_INPUTS, given);
        FoundationRef foundation = foundation(in, name, made);
        MeshServiceArgs args = arguments(in, in.has("service") ? in.text("service") : name);
        Map<String, String> paths = new TreeMap<>(in.has("otherPaths") ? in.textMap("otherPaths") : Map.of());
        args.path().ifPresent(path -> paths.put(args.name(), path));
        String trustDomain = in.has("trustDomain")
                ? in.text("trustDomain") : DeclaredRoutes.trustDomain(foundation.project(), foundation.environment());
        List<String> calls = in.has("calls") ? in.texts("calls") : List.of();
        MeshService service = new MeshService(
                name, foundation, args, EdgeRoutes.of(paths), new MeshMembership(MeshSettings.of(trustDomain), calls), options);
        return new Constructed(service, new State()
                .output("serviceArn", service.serviceArn())
                .output("securityGroupId", service.securityGroupId())
                .text("discoveryName", service.plan().names().stable() + ".svc.local"));
    }

    private static FoundationRef foundation(Inputs in, String name, Map<String, PropertyValue> made) {
        String service = "MeshService \"" + name + "\"";
        if (in.has("foundation") == in.has("foundationRef")) {
            throw new IllegalArgumentException(service + ": found " + (in.has("foundation") ? "both" : "neither")
                    + " of foundation and foundationRef, expected one of them: foundation for a RegionalFoundation of the same"
                    + " program, foundationRef for what another stack exports");
        }
        if (in.has("foundationRef")) {
            return FoundationState.read(in.object("foundationRef", Properties.FOUNDATION_REF));
        }
        String urn = in.resource("foundation");
        PropertyValue told = made.get(urn);
        if (told == null) {
            throw new IllegalArgumentException(service + ": foundation is " + urn
                    + ", expected a RegionalFoundation that this program declares through the same package");
        }
        return FoundationState.read(new Inputs(service + ": foundation", Properties.FOUNDATION_REF, Given.of(told)));
    }

    private static MeshServiceArgs arguments(Inputs in, String service) {
        MeshServiceArgs.Builder args = MeshServiceArgs.builder(service)
                .team(in.text("team"))
                .image(in.text("image"))
                .sidecarImages(in.text("envoyImage"), in.text("collectorImage"))
                .size(in.has("cpu") ? in.integer("cpu") : 512, in.has("memory") ? in.integer("memory") : 1024)
                .tasks(in.has("minTasks") ? in.integer("minTasks") : 1, in.has("maxTasks") ? in.integer("maxTasks") : 3);
        in.ifText("canaryImage", args::canaryImage);
        in.ifInteger("port", args::port);
        in.ifText("path", args::path);
        in.ifText("healthCheckPath", args::healthCheckPath);
        in.ifText("criticality", text -> args.criticality(criticality(service, text)));
        in.ifFlag("burst", args::burst);
        in.ifTexts("healthCommand", args::healthCommand);
        in.ifTexts("callers", args::callers);
        in.ifText("peerCidr", args::peerCidr);
        in.ifFlag("table", args::table);
        in.ifFlag("queue", args::queue);
        in.ifFlag("topic", args::topic);
        in.ifFlag("publishes", args::publishes);
        in.ifFlag("secret", owned -> args.secret(owned ? SecretSource.owned() : SecretSource.none()));
        in.ifInteger("logRetentionDays", args::logRetentionDays);
        in.ifFlag("dataProtected", args::dataProtected);
        if (in.has("daytime")) {
            args.daytimeFloor(daytime(in.object("daytime", Properties.DAYTIME)));
        }
        if (in.secretWithin("environment")) {
            throw new IllegalArgumentException("service " + service + ": environment holds a secret, which everybody could"
                    + " read in the task definition; give the ARN of a secret instead, or set secret: true");
        }
        if (in.has("environment")) {
            args.environment(in.textMap("environment"));
        }
        return args.build();
    }

    private static Criticality criticality(String service, String text) {
        for (Criticality value : Criticality.values()) {
            if (value.name().toLowerCase(Locale.ROOT).equals(text)) {
                return value;
            }
        }
        throw new IllegalArgumentException("service " + service + ": criticality \"" + text
                + "\", expected critical (one task always on demand) or standard (Spot only)");
    }

    static DaytimeFloor daytime(Inputs in) {
        try {
            return new DaytimeFloor(in.integer("tasks"), in.integer("fromHour"), in.integer("toHour"), ZoneId.of(in.text("zone")),
                    in.has("maxTasksOutside") ? Optional.of(in.integer("maxTasksOutside")) : Optional.empty());
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("daytime: zone \"" + in.text("zone")
                    + "\", expected a time zone of the IANA database, such as \"Europe/Berlin\"", e);
        }
    }
}
