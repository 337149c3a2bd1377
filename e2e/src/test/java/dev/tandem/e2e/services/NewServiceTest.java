package dev.tandem.e2e.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.offline.Tandem;
import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.stock.ScratchClone;
import dev.tandem.e2e.stock.SharedClone;
import dev.tandem.requirements.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** A service from the template: made by the command, compiled and tested by Maven, previewed with all others. */
class NewServiceTest {

    private static final List<String> CHANGED = List.of("pom.xml", "Pulumi.eu-central-1.yaml", "Pulumi.eu-west-1.yaml");

    @Test
    @Covers({"R10.1", "R10.2"})
    void compilesKeepsItsContractPreviewsCleanAndShowsItsPrice() throws IOException {
        ScratchClone clone = SharedClone.get();
        Map<String, String> before = new TreeMap<>();
        for (String file : CHANGED) {
            before.put(file, Files.readString(clone.root().resolve(file)));
        }
        Tandem tandem = new Tandem(clone);
        try {
            assertThat(tandem.run("new", "service", "orders", "--path", "/api/orders", "--team", "commerce").succeeded().out())
                    .contains("create service-orders/pom.xml", "Next: ./tandem test --module service-orders");
            String made = Files.readString(clone.root().resolve("pom.xml"));

            Run.in(clone.root(), Map.of(), Duration.ofMinutes(5), List.of("mvn", "-B", "-q", "-o", "-pl", "service-orders", "-am",
                    "test", "-Dtest=OrdersContractTest", "-Dsurefire.failIfNoSpecifiedTests=false")).succeeded();
            assertThat(Files.readString(clone.root().resolve("service-orders/target/surefire-reports/dev.tandem.orders.OrdersContractTest.txt")))
                    .contains("Tests run: 2, Failures: 0, Errors: 0, Skipped: 0");

            // The list of modules has no part in a preview, and another root pom would build everything again.
            clone.write("pom.xml", before.get("pom.xml"));
            Tandem.Report report = tandem.preview();
            assertThat(made).contains("<module>service-orders</module>");
            assertThat(report.exit()).as(report.text()).isZero();
            for (String stack : List.of("eu-central-1", "eu-west-1")) {
                assertThat(report.mandatory(stack)).isEmpty();
                assertThat(report.stack(stack).path("cost").path("lines").findValuesAsText("component")).contains("orders (MeshService)");
            }
        } finally {
            before.forEach(clone::write);
            ScratchClone.delete(clone.root().resolve("service-orders"));
            Files.deleteIfExists(Path.of(clone.root().toString(), "contracts/openapi/orders.yaml"));
        }
    }
}
