package dev.tandem.cost.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageReaderTest {

    @Test
    void takesTheFileOverTheDefaultAndSaysWhich() {
        UsageAssumptions usage = read("logs:\n  standardGb: 2.5\n");

        assertThat(usage.of(Meter.LOGS_STANDARD).value()).isEqualByComparingTo("2.5");
        assertThat(usage.of(Meter.LOGS_STANDARD).assumption())
                .isEqualTo("logs.standardGb = 2.5 GB (usage/eu-central-1.yaml)");
        assertThat(usage.of(Meter.LOGS_VENDED).assumption()).isEqualTo("logs.vendedGb = 0.5 GB (default)");
        assertThat(usage.freeAllowances()).isFalse();
        assertThat(read("freeAllowances: true").freeAllowances()).isTrue();
        assertThat(read("").of(Meter.ALB_LCU).value()).isEqualByComparingTo("0.05");
    }

    @Test
    void letsAServiceDiffer() {
        UsageAssumptions usage = read("edge: {requests: 300000}\nservices: {auth: {edge: {requests: 700000}}}");

        assertThat(usage.ofService("auth", Meter.EDGE_REQUESTS).value()).isEqualByComparingTo("700000");
        assertThat(usage.ofService("auth", Meter.EDGE_REQUESTS).assumption())
                .isEqualTo("services.auth.edge.requests = 700000 requests (usage/eu-central-1.yaml)");
        assertThat(usage.ofService("persona", Meter.EDGE_REQUESTS).value()).isEqualByComparingTo("300000");
    }

    @Test
    void readsTheStacksFileAndSaysWhenThereIsNone(@TempDir Path project) throws IOException {
        Files.createDirectories(project.resolve("usage"));
        Files.writeString(project.resolve("usage/prod.yaml"), "nat: {dataGb: 9}");

        assertThat(UsageReader.load(project, "prod").of(Meter.NAT_DATA).value()).isEqualByComparingTo("9");
        assertThat(UsageReader.load(project, "prod").origin()).isEqualTo("usage/prod.yaml");
        assertThat(UsageReader.load(project, "dev").origin()).isEqualTo("default, as there is no usage/dev.yaml");
    }

    @Test
    void refusesUnknownKeysWithTheNearestOne() {
        assertFault("log: {standardGb: 1}", "usage/eu-central-1.yaml: log: found unknown key \"log\" "
                + "(did you mean \"logs\"?), expected one of ");
        assertFault("logs: {standartGb: 1}", "usage/eu-central-1.yaml: logs.standartGb: found unknown key \"standartGb\" "
                + "(did you mean \"standardGb\"?), expected one of infrequentGb, standardGb, vendedGb; "
                + "example: logs: {infrequentGb: 0.6}");
        assertFault("services: {auth: {egde: {requests: 1}}}",
                "usage/eu-central-1.yaml: services.auth.egde: found unknown key \"egde\" (did you mean \"edge\"?)");
    }

    @Test
    void refusesValuesOutOfRangeOrOfAnotherType() {
        assertFault("logs: {standardGb: -1}", "usage/eu-central-1.yaml: logs.standardGb: found -1, expected a number "
                + "of GB between 0 and 10^12; example: logs.standardGb: 1.2");
        assertFault("logs: {standardGb: much}", "logs.standardGb: found \"much\", expected a number of GB");
        assertFault("logs: {standardGb: .inf}", "line 1, column 24: no valid YAML, Malformed numeric value");
        assertFault("logs: {standardGb: 1e99999}", "logs.standardGb: found ");
        assertFault("logs: {standardGb: [1]}", "logs.standardGb: found a list, expected a number");
        assertFault("tracing: {sampledPercent: 101}", "tracing.sampledPercent: found 101, expected a percentage");
        assertFault("ssm: {secureStringPollSeconds: 0}", "found 0, expected a number of seconds between 1 and 10^12");
        assertFault("logs: 3", "logs: found 3, expected a map of infrequentGb, standardGb, vendedGb");
        assertFault("freeAllowances: perhaps", "freeAllowances: found \"perhaps\", expected true or false");
        assertFault("services: [auth]", "services: found a list, expected a map of service names");
        assertFault("[1]", "the file: found a list, expected a map of ");
    }

    @Test
    void refusesARegionsQuantityBelowAService() {
        assertFault("services: {auth: {logs: {standardGb: 1}}}", "usage/eu-central-1.yaml: services.auth.logs.standardGb: "
                + "found a quantity of the whole region, expected it at the top level of the file; "
                + "example: logs.standardGb: 1.2");
    }

    @Test
    void refusesWhatIsNoYamlWithThePosition() {
        assertFault("logs: {", "usage/eu-central-1.yaml at line 1, column ");
        assertFault("logs: {standardGb: 1, standardGb: 2}", "usage/eu-central-1.yaml at line 1, column ");
    }

    @Test
    void namesAllFaultsAtOnce() {
        assertThatThrownBy(() -> read("log: {}\nnat: {dataGb: -1}"))
                .hasMessageContaining("log: found").hasMessageContaining("nat.dataGb: found -1");
    }

    @Test
    void keepsServicesAndResourcesApart() {
        assertFault("resources: {auth: {edge: {requests: 1}}}", "usage/eu-central-1.yaml: resources.auth.edge.requests: "
                + "found a quantity of a service, expected it below services.<name>; example: "
                + "services.auth.edge.requests: 500000");
        assertFault("resources: [auth]", "resources: found a list, expected a map of resource names; example: "
                + "resources: {persona-queue: {sqs: {requests: 5000000}}}");
    }

    private static UsageAssumptions read(String yaml) {
        return UsageReader.read(yaml, "usage/eu-central-1.yaml");
    }

    private static void assertFault(String yaml, String message) {
        assertThatThrownBy(() -> read(yaml)).isInstanceOf(UsageException.class).hasMessageContaining(message);
    }
}
