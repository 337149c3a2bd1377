package dev.tandem.infra;

import com.pulumi.Context;
import com.pulumi.Pulumi;
import com.pulumi.deployment.Deployment;
import com.pulumi.exceptions.RunException;
import com.pulumi.resources.ComponentResourceOptions;
import dev.tandem.components.chaos.Experiments;
import dev.tandem.components.dashboards.DashboardPlan;
import dev.tandem.components.dashboards.RegionDashboard;
import dev.tandem.components.failover.FailoverPair;
import dev.tandem.components.failover.PeerOutputs;
import dev.tandem.components.failover.PeerStackException;
import dev.tandem.components.foundation.FoundationArgs;
import dev.tandem.components.foundation.RegionalFoundation;
import dev.tandem.components.mesh.MeshIdentity;
import dev.tandem.components.pipeline.PipelineRoles;
import dev.tandem.components.program.WaitLoop;
import dev.tandem.components.service.DebugAccess;
import dev.tandem.components.service.ServiceMesh;
import dev.tandem.components.source.SourcePositions;
import dev.tandem.components.tokens.SigningKeys;
import dev.tandem.infra.config.ConfigReader;
import dev.tandem.infra.config.StackConfig;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.logging.LogManager;

/** One region: its foundation, its services, and its half of the pair. */
public final class Main {

    private Main() {}

    /** Run by the Pulumi language host, or by {@code ./tandem preview}. */
    public static void main(String[] args) {
        // The engine gets every message; the language host would print those on stderr a second time.
        LogManager.getLogManager().reset();
        // For previews that name the line of a finding; under the stock CLI there is nothing to it.
        Pulumi.withOptions(SourcePositions.stackOptions()).run(Main::declare);
    }

    /**
     * Declares a stack's resources, or, on invalid configuration, none at all.
     *
     * @throws RunException with a message for the reader; Pulumi prints it without a stack trace
     */
    static void declare(Context ctx) {
        WaitLoop.pause();
        StackConfig config = ConfigReader.read(
                ctx.stackName(), System.getenv("PULUMI_CONFIG"), System.getenv("PULUMI_CONFIG_SECRET_KEYS"));
        try {
            declare(ctx, config);
        } catch (IllegalArgumentException | PeerStackException refused) {
            throw new RunException(refused.getMessage(), refused);
        }
    }

    static void declare(Context ctx, StackConfig config) {
        References.check(config.services());
        Map<String, String> tags = Map.of(
                "Project", StackConfig.PROJECT,
                "Environment", config.environment(),
                "CostOwner", config.costOwner(),
                "ManagedBy", "pulumi");
        ComponentResourceOptions inRegion = Boundary.under(config, RegionProviders.of(config, tags));

        FoundationArgs settings = FoundationSettings.of(config);
        RegionalFoundation foundation = new RegionalFoundation("foundation", settings, inRegion);
        Optional<PeerOutputs> primary = Pair.primaryOutputs(ctx, config);
        FailoverPair pair = new FailoverPair("pair", foundation.ref(), Pair.of(config, tags), primary, inRegion);
        ServiceMesh mesh = ServiceMesh.create(foundation.ref(), MeshBackends.of(config),
                Pair.replicated(config.services(), config.trials(), primary), pair.zoneId(), pair.exchange().rulesWait(inRegion));
        new MeshIdentity("mesh-identity", foundation.ref(), Identities.of(config), inRegion);
        Outboxes.declare(config, foundation.ref(), mesh, pair, inRegion);
        Sagas.declare(config, foundation.ref(), pair.exchange(), inRegion);
        config.services().forEach(service -> service.tokens().rotation().ifPresent(image ->
                new SigningKeys(service.name() + "-keys", foundation.ref(), service.name(), image, pair.exchange(), inRegion)));
        config.pipeline().ifPresent(pipeline -> new PipelineRoles("pipeline", foundation.ref(), pipeline, inRegion));
        config.chaos().ifPresent(chaos -> new Experiments("chaos", foundation.ref(), mesh.services().values(), chaos, inRegion));
        if (config.choices().debug()) {
            new DebugAccess("debug", mesh.services().values(), inRegion);
        }
        Guard.declare(config, foundation, pair, inRegion);
        if (config.existing().dashboards().isEmpty()) {
            new RegionDashboard("dashboard", DashboardPlan.of(StackConfig.PROJECT, config.environment(), config.region(),
                    List.copyOf(mesh.services().keySet()), settings.choices().metricsNamespace()), inRegion);
        }
        if (Deployment.getInstance().isDryRun()) {
            Advice.of(config, mesh, pair).forEach(ctx.log()::info);
        }
        Exports.of(ctx, foundation.ref(), mesh, pair);
    }
}
