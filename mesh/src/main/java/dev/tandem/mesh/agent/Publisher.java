package dev.tandem.mesh.agent;

import dev.tandem.mesh.envoy.Bootstraps;
import dev.tandem.mesh.envoy.FileLayout;
import dev.tandem.mesh.envoy.InconsistentSnapshotException;
import dev.tandem.mesh.envoy.MeshView;
import dev.tandem.mesh.envoy.Renderer;
import dev.tandem.mesh.envoy.Secrets;
import dev.tandem.mesh.envoy.Sidecar;
import dev.tandem.mesh.envoy.Snapshot;
import dev.tandem.mesh.envoy.SnapshotFiles;
import dev.tandem.mesh.identity.Identity;
import dev.tandem.mesh.identity.Pem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.zip.CRC32;

/** Writes what Envoy reads, when it is something else than what is there: secrets before routes, the bootstrap last. For one thread. */
final class Publisher {

    private final Sidecar sidecar;
    private final String service;
    private final AgentLog log;
    private final Path directory;
    private final WatchedFolder routes;
    private final WatchedFolder identity;
    private MeshView published;
    private String version = "";

    Publisher(Sidecar sidecar, String service, AgentLog log) {
        this.sidecar = sidecar;
        this.service = service;
        this.log = log;
        this.directory = Path.of(sidecar.directory());
        WatchedFolder.create(directory);
        this.routes = new WatchedFolder(directory.resolve(FileLayout.ROUTES));
        this.identity = new WatchedFolder(directory.resolve(FileLayout.IDENTITY));
    }

    /** Publishes what is new of both. False when it could not, and what was there stays. */
    boolean publish(MeshView view, Identity self) {
        try {
            Optional<Snapshot> snapshot = view.equals(published) ? Optional.empty() : Optional.of(Renderer.render(sidecar, view));
            Map<String, String> secrets = SnapshotFiles.of(Secrets.of(Pem.certificate(self.svid().certificate()),
                    Pem.privateKey(self.svid().key()), self.bundle().toPem(), view.own()));
            String secretsName = name(secrets);
            if (!identity.current().equals(Optional.of(secretsName))) {
                identity.publish(secretsName, secrets);
                log.say("identity", "published " + self.svid());
            }
            snapshot.ifPresent(this::publish);
            published = view;
            log.well("render");
            return true;
        } catch (InconsistentSnapshotException | UncheckedIOException e) {
            log.problem("render", "what was there stays in force: " + e.getMessage());
            return false;
        }
    }

    /** Whether another agent published here before, and this one has not yet. */
    boolean hasPredecessor() {
        return published == null && routes.current().isPresent();
    }

    /** Version of what was published last; empty before. */
    String version() {
        return version;
    }

    private void publish(Snapshot snapshot) {
        version = snapshot.version();
        if (!routes.current().equals(Optional.of(version))) {
            routes.publish(version, SnapshotFiles.of(snapshot));
            log.say("published", "snapshot " + version);
        }
        Path bootstrap = directory.resolve(FileLayout.BOOTSTRAP);
        try {
            String text = SnapshotFiles.of(Bootstraps.of(sidecar, service));
            if (!Files.exists(bootstrap) || !Files.readString(bootstrap).equals(text)) {
                WatchedFolder.replace(bootstrap, text);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + bootstrap + ": " + e.getMessage(), e);
        }
    }

    /** Names contents without telling them. */
    private static String name(Map<String, String> files) {
        CRC32 sum = new CRC32();
        new HashMap<>(files).entrySet().stream().sorted(Map.Entry.comparingByKey()).forEach(file ->
                sum.update((file.getKey() + file.getValue()).getBytes(StandardCharsets.UTF_8)));
        return Long.toHexString(sum.getValue());
    }
}
