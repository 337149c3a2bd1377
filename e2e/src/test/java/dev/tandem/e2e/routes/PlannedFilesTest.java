package dev.tandem.e2e.routes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.envoy.EnvoyProcess;
import dev.tandem.e2e.envoy.TestCa;
import dev.tandem.e2e.offline.Tandem;
import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.stock.SharedClone;
import dev.tandem.e2e.stock.Stacks;
import dev.tandem.e2e.tools.NeedsTools;
import dev.tandem.e2e.tools.Tools;
import dev.tandem.mesh.envoy.FileLayout;
import dev.tandem.mesh.envoy.Secrets;
import dev.tandem.mesh.envoy.SnapshotFiles;
import dev.tandem.mesh.route.RouteDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./tandem mesh render --stack}: straight from the plan of either default stack, without an account; Envoy takes it. */
@NeedsTools(Tools.ENVOY)
class PlannedFilesTest {

    private static final String HOST = "127.0.78.1";
    private static final Tandem TANDEM = new Tandem(SharedClone.get());

    @TempDir
    private Path directory;

    @Test
    void envoyTakesWhatEveryServiceOfEveryStackDeclares() throws IOException {
        for (String stack : Stacks.BOTH) {
            for (String service : new String[] {"auth", "persona"}) {
                Path out = directory.resolve(stack).resolve(service);
                Run.Finished rendered = TANDEM.run("mesh", "render", service, "--stack", stack, "--out", out.toString());
                assertThat(rendered.exit()).as(rendered.text()).isZero();
                assertThat(out.resolve("bootstrap.yaml")).content().contains(stack);
                assertThat(out.resolve("routes/current/cds.json")).content().as("its tasks fall back on the other region")
                        .contains(service + "-stable@there");
                taken(out, service);
            }
        }
    }

    /** On addresses of its own, with an identity, by a real Envoy. */
    private static void taken(Path out, String service) throws IOException {
        try (Stream<Path> files = Files.walk(out)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.writeString(file, Files.readString(file).replace("127.0.0.1", HOST).replace("0.0.0.0", HOST));
            }
        }
        RouteDocument own = RouteDocument.builder(service).in("prod", "prod.tandem.internal").version("stable", 100, 1).build();
        TestCa ca = new TestCa(own.trustDomain());
        TestCa.Issued issued = ca.issue(own.spiffeId());
        Path identity = Files.createDirectories(out.resolve(FileLayout.IDENTITY).resolve(FileLayout.CURRENT));
        for (var file : SnapshotFiles.of(Secrets.of(issued.chain(), issued.key(), ca.bundle(), own)).entrySet()) {
            Files.writeString(identity.resolve(file.getKey()), file.getValue());
        }
        try (EnvoyProcess envoy = EnvoyProcess.start(out.resolve(FileLayout.BOOTSTRAP), HOST, 9901, out.resolve("log"))) {
            assertThat(envoy.complaints()).isEmpty();
            assertThat(envoy.admin().stats("total_listeners_active|update_rejected"))
                    .containsEntry("listener_manager.total_listeners_active", 3L)
                    .allSatisfy((name, value) -> assertThat(name.contains("rejected") ? value : 0L).as(name).isZero());
        }
    }

    @Test
    void aServiceThatThePlanDoesNotHaveIsRefused() {
        Run.Finished refused = TANDEM.run("mesh", "render", "auht", "--stack", Stacks.PRIMARY, "--out", directory.toString());
        assertThat(refused.exit()).isEqualTo(1);
        assertThat(refused.text()).contains("service 'auht' has no routes there");
    }
}
