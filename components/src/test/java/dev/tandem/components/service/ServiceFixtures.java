package dev.tandem.components.service;

import dev.tandem.components.mesh.EnvoyBackend;
import dev.tandem.components.mesh.MeshBackend;
import dev.tandem.components.mesh.MeshSettings;
import dev.tandem.components.testing.FoundationFixture;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** The two services of the reference program. */
public final class ServiceFixtures {

    static final String DIGEST = "sha256:" + "ab".repeat(32);

    private ServiceFixtures() {}

    /** What every service has. */
    public static MeshServiceArgs.Builder minimal(String name) {
        return MeshServiceArgs.builder(name)
                .team("identity")
                .image("tandem/prod/" + name + ":1.4.2")
                .sidecarImages("tandem/prod/envoy@" + DIGEST, "tandem/prod/collector:0.45.1");
    }

    /** Critical, called by persona, with everything a service can own. */
    static MeshServiceArgs auth() {
        return minimal("auth")
                .path("/api/auth")
                .criticality(Criticality.CRITICAL)
                .tasks(2, 4)
                .callers("persona")
                .peerCidr("10.30.0.0/16")
                .table(true)
                .secret(SecretSource.replicaOf("eu-west-1"))
                .tokens(TokenKeys.rotatedBy(ImageRef.parse("tandem/prod/auth-keys:1.0.0")))
                .build();
    }

    /** On Spot, more tasks by day, with a queue. */
    public static MeshServiceArgs persona() {
        return minimal("persona")
                .team("persona")
                .path("/api/persona")
                .daytimeFloor(new DaytimeFloor(2, 7, 21, ZoneId.of("Europe/Berlin")))
                .table(true)
                .queue(true)
                .secret(SecretSource.ownedWithReplicaIn("eu-west-1"))
                .tokens(TokenKeys.of("auth"))
                .environment(Map.of("LOG_LEVEL", "info"))
                .build();
    }

    static ServiceNames names(String service) {
        return new ServiceNames(service, "tandem", "prod", "eu-central-1", FoundationFixture.ACCOUNT);
    }

    static EdgeRoutes routes() {
        return EdgeRoutes.of(Map.of("auth", "/api/auth", "persona", "/api/persona"));
    }

    static MeshServicePlan plan(MeshServiceArgs args) {
        return plan(args, new EnvoyBackend());
    }

    static MeshServicePlan plan(MeshServiceArgs args, MeshBackend backend) {
        MeshSettings settings = MeshSettings.of("prod.tandem.internal").withOtherRegion("eu-west-1").carriedBy(backend);
        return MeshServicePlan.of(names(args.name()), args, routes(), FoundationFixture.BOUNDARY,
                new MeshMembership(settings, args.name().equals("persona") ? List.of("auth") : List.of()));
    }
}
