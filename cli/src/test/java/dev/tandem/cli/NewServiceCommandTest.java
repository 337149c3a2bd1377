package dev.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** {@code tandem new service}, in a clone of two stacks. */
class NewServiceCommandTest extends OnProject {

    private static final String STACK = """
            # the stack
            config:
              aws:region: eu-central-1
              tandem:environment: prod
              tandem:costCeilingEur: 100 # agreed in March
              tandem:services:
                auth: # signs
                  path: /api/auth
                  signingKeys: {rotationImage: "tandem/prod/auth-keys:1.0.0"}
                # the profiles
                persona:
                  path: /api/persona

              # what follows stays behind the services
              tandem:role: primary
            """;
    private static final String POM = "<modules>\n    <module>service-auth</module>\n    <module>contracts</module>\n</modules>\n";

    @BeforeEach
    void twoStacks() throws IOException {
        Files.delete(root.resolve("Pulumi.dev.yaml"));
        file("Pulumi.one.yaml", STACK);
        file("Pulumi.two.yaml", STACK);
        file("pom.xml", POM);
    }

    private Map<String, String> files() throws IOException {
        Map<String, String> found = new TreeMap<>();
        try (Stream<Path> all = Files.walk(root)) {
            for (Path each : all.filter(Files::isRegularFile).toList()) {
                found.put(root.relativize(each).toString(), Files.readString(each));
            }
        }
        return found;
    }

    @Test
    void writesTheModuleAndAddsItToReactorAndStacksAndLeavesAllElseAsItIs() throws IOException {
        assertThat(run("new", "service", "order-desk", "--path", "/api/orders", "--team", "commerce")).as(err.toString()).isZero();

        assertThat(files()).containsKeys("service-order-desk/pom.xml", "service-order-desk/Dockerfile", "service-order-desk/.dockerignore",
                "service-order-desk/src/main/java/dev/tandem/orderdesk/OrderDeskService.java",
                "service-order-desk/src/test/java/dev/tandem/orderdesk/OrderDeskContractTest.java", "contracts/openapi/order-desk.yaml");
        assertThat(files().get("pom.xml")).isEqualTo(POM.replace("    <module>contracts", "    <module>service-order-desk</module>\n    <module>contracts"));
        assertThat(files().get("Pulumi.one.yaml")).isEqualTo(files().get("Pulumi.two.yaml")).isEqualTo(STACK
                .replace("costCeilingEur: 100 # agreed", "costCeilingEur: 112 # agreed")
                .replace("      path: /api/persona\n", "      path: /api/persona\n    order-desk:\n      team: commerce\n"
                        + "      image: tandem/prod/order-desk:0.1.0\n      path: /api/orders\n      verifiesTokensOf: [auth]\n      table: true\n"));
        assertThat(files().values()).noneMatch(text -> text.contains("@name@") || text.contains("@package@") || text.contains("@Class@"));
        assertThat(files().get("service-order-desk/pom.xml")).contains("<slf4j.version>${service.slf4j.version}</slf4j.version>");
        assertThat(out.toString()).contains("create service-order-desk/pom.xml", "change Pulumi.two.yaml",
                "raised tandem:costCeilingEur by 12 EUR a month", "./tandem test --module service-order-desk");
    }

    @Test
    void aDryRunWritesNothingAndNamesAll() throws IOException {
        Map<String, String> before = files();
        assertThat(run("new", "service", "orders", "--path", "/api/orders", "--dry-run")).isZero();
        assertThat(files()).isEqualTo(before);
        assertThat(out.toString()).contains("would create service-orders/pom.xml", "would change pom.xml", "nothing was written (--dry-run)");
    }

    @Test
    void isSafeToRunTwiceAndGoesOnAfterAHalfFinishedRun() throws IOException {
        run("new", "service", "orders", "--path", "/api/orders");
        Map<String, String> made = files();
        assertThat(run("new", "service", "orders", "--path", "/api/orders")).isZero();
        assertThat(out.toString()).contains("is there already, as the template makes it: nothing to do");
        assertThat(files()).isEqualTo(made);

        file("Pulumi.two.yaml", STACK);
        Files.delete(root.resolve("service-orders/service.json"));
        assertThat(run("new", "service", "orders", "--path", "/api/orders")).isZero();
        assertThat(files()).isEqualTo(made);
    }

    @Test
    void refusesANameThatIsTakenAndChangesNothing() throws IOException {
        Map<String, String> before = files();
        assertThat(run("new", "service", "auth", "--path", "/api/other")).isEqualTo(2);
        assertThat(err.toString()).contains("service auth is in Pulumi.one.yaml already, with the path /api/auth and not /api/other");
        assertThat(files()).isEqualTo(before);

        Files.createDirectories(root.resolve("service-orders"));
        file("service-orders/pom.xml", "<project/>");
        assertThat(run("new", "service", "orders", "--path", "/api/orders")).isEqualTo(2);
        assertThat(err.toString()).contains("service orders: service-orders/pom.xml is there and is not what the template makes");
    }

    @Test
    void refusesAPathThatIsTakenAndNamesBothSides() throws IOException {
        Map<String, String> before = files();
        assertThat(run("new", "service", "orders", "--path", "/api/persona")).isEqualTo(2);
        assertThat(err.toString()).contains("the path /api/persona of the new service orders is that of the service persona in"
                + " Pulumi.one.yaml: expected a path that no service has, such as /api/orders");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void refusesMalformedNamesPathsAndFiles() throws IOException {
        assertThat(run("new", "service", "Orders", "--path", "/api/orders")).isEqualTo(2);
        assertThat(run("new", "service", "class", "--path", "/api/orders")).isEqualTo(2);
        assertThat(run("new", "service", "envoy", "--path", "/api/orders")).isEqualTo(2);
        assertThat(run("new", "service", "orders", "--path", "api/orders/")).isEqualTo(2);
        assertThat(err.toString()).contains("the name \"Orders\": expected 2 to 16", "the name \"class\"", "the name \"envoy\"", "the path \"api/orders/\"");
        file("Pulumi.two.yaml", "config:\n  tandem:services: {auth: {path: /api/auth}}\n");
        assertThat(run("new", "service", "orders", "--path", "/api/orders")).isEqualTo(2);
        assertThat(err.toString()).contains("Pulumi.two.yaml has no line \"tandem:services:\" with its services on the lines below");
        assertThat(files()).doesNotContainKey("service-orders/pom.xml");
    }

    @Test
    void refusesNamesThatTrialsAndKeysHave() throws IOException {
        Map<String, String> before = files();
        assertThat(run("new", "service", "orders-stg", "--path", "/api/orders")).isEqualTo(2);
        assertThat(run("new", "service", "orders-keys", "--path", "/api/orders")).isEqualTo(2);
        assertThat(err.toString()).contains("the name \"orders-stg\" ends with \"-stg\": expected another end",
                "the name \"orders-keys\" ends with \"-keys\"", "repositories of images that rotate signing keys");
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void keepsTheFilesOwnIndentationAndLineEnds() throws IOException {
        String wide = """
                config:
                    tandem:costCeilingEur: 100
                    tandem:services:
                        auth:
                            path: /api/auth
                """.replace("\n", "\r\n");
        file("Pulumi.one.yaml", wide);
        file("Pulumi.two.yaml", "config:\n  tandem:services:\n      auth: {path: /api/auth}\n");
        assertThat(run("new", "service", "orders", "--path", "/api/orders", "--team", "007")).as(err.toString()).isZero();

        assertThat(files().get("Pulumi.one.yaml")).isEqualTo(wide.replace("Eur: 100", "Eur: 112").replace("/api/auth\r\n", "/api/auth\r\n"
                + "        orders:\r\n            team: \"007\"\r\n            image: tandem/prod/orders:0.1.0\r\n"
                + "            path: /api/orders\r\n            table: true\r\n"));
        assertThat(files().get("Pulumi.two.yaml")).contains("      orders:\n          team: \"007\"\n");
        assertThat(out.toString()).contains("by 12 EUR a month in Pulumi.one.yaml, about");
    }

    @Test
    void raisesACeilingInQuotesAndKeepsThem() throws IOException {
        file("Pulumi.one.yaml", STACK.replace("Eur: 100", "Eur: \"99.5\""));
        file("Pulumi.two.yaml", STACK.replace("Eur: 100", "Eur: '100'"));
        assertThat(run("new", "service", "orders", "--path", "/api/orders")).as(err.toString()).isZero();
        assertThat(files().get("Pulumi.one.yaml")).contains("tandem:costCeilingEur: \"111.5\" # agreed in March");
        assertThat(files().get("Pulumi.two.yaml")).contains("tandem:costCeilingEur: '112' # agreed in March");
    }

    @Test
    void refusesAFileThatWouldNotReadAsMeantAndLeavesItUntouched() throws IOException {
        file("Pulumi.two.yaml", STACK.replace("Eur: 100", "Eur: &agreed 100"));
        Map<String, String> before = files();
        assertThat(run("new", "service", "orders", "--path", "/api/orders")).isEqualTo(2);
        assertThat(err.toString()).contains("Pulumi.two.yaml with orders written into it would not read as meant: expected services in lines"
                + " of their own below \"tandem:services:\", all indented alike, and a plain number after \"tandem:costCeilingEur:\"");
        assertThat(files()).isEqualTo(before);

        file("Pulumi.two.yaml", "config:\n  tandem:services:\n    {auth: {path: /api/auth}}\n");
        before = files();
        assertThat(run("new", "service", "orders", "--path", "/api/orders", "--keep-ceiling")).isEqualTo(2);
        assertThat(files()).isEqualTo(before);
    }

    @Test
    void refusesACeilingThatIsNoNumber() throws IOException {
        file("Pulumi.two.yaml", STACK.replace("Eur: 100", "Eur: cheap"));
        assertThat(run("new", "service", "orders", "--path", "/api/orders")).isEqualTo(2);
        assertThat(err.toString()).contains("Pulumi.two.yaml has the tandem:costCeilingEur \"cheap\": expected euros a month, such as 100");
    }

    @Test
    void keepsTheCeilingWhenAskedTo() throws IOException {
        assertThat(run("new", "service", "orders", "--path", "/api/orders", "--keep-ceiling")).isZero();
        assertThat(files().get("Pulumi.one.yaml")).contains("tandem:costCeilingEur: 100 # agreed in March");
        assertThat(out.toString()).doesNotContain("costCeilingEur");
    }
}
