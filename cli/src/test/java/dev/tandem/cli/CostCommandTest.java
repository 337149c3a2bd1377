package dev.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code tandem cost}: its words, exit codes and bad input. */
class CostCommandTest extends OnProject {

    @Test
    void aPlanOfNothingCostsNothing() {
        assertThat(run("cost")).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).startsWith("dev  EUR a month\n").containsPattern("typical; the ceiling is 100.00 +0.00\n")
                .contains("usage: default, as there is no usage/dev.yaml");
    }

    @Test
    void jsonGoesToAFileAndTwoOfThemCompare() throws IOException {
        Path file = root.resolve("bill.json");
        assertThat(run("cost", "--format", "json", "--out", file.toString())).isZero();
        assertThat(out.toString()).isEmpty();
        assertThat(Files.readString(file)).contains("\"monthlyEur\" : 0", "\"whatIf\" : null", "\"exitCode\" : 0");

        assertThat(run("cost", "--diff", file.toString(), file.toString())).isZero();
        assertThat(out.toString()).startsWith("dev\n  no line differs\n");
    }

    @Test
    void aReportOverTheCeilingEndsWithOne() throws IOException {
        String stack = "{\"stacks\": [{\"stack\": \"dev\", \"cost\": {\"monthlyEur\": %s, \"worstCaseEur\": 130, "
                + "\"ceilingEur\": 100, \"lines\": [{\"region\": \"eu-west-1\", \"component\": \"stack\", \"description\": "
                + "\"NAT gateway\", \"monthlyEur\": %s}]}}]}";
        Path before = file("before.json", stack.formatted("90", "90"));
        Path after = file("after.json", stack.formatted("101.5", "101.5"));

        assertThat(run("cost", "--diff", before.toString(), after.toString())).isEqualTo(1);
        assertThat(out.toString()).containsPattern("stack: NAT gateway +90.00 +101.50 +\\+11.50\n")
                .contains("EUR 1.50 over the ceiling of EUR 100.00");
        assertThat(run("cost", "--diff", after.toString(), before.toString())).isZero();
        assertThat(run("cost", "--format", "json", "--diff", before.toString(), after.toString())).isEqualTo(1);
        assertThat(out.toString()).contains("\"overCeilingEur\" : 1.5");
    }

    @Test
    void wrongUsageNamesFoundAndExpected() {
        assertWrong("tandem: --format: found 'yaml', expected text or json\n", "--format", "yaml");
        assertWrong("tandem: --timeout: found '0', expected a whole number of seconds, at least 1", "--timeout", "0");
        assertWrong("tandem: --diff compares two reports and excludes --stack and --what-if", "--diff", "a", "b", "-s", "dev");
        assertWrong("tandem: --diff: cannot read 'a', expected a report that ./tandem cost --format json --out FILE wrote",
                "--diff", "a", "b");
        assertWrong("tandem: --what-if 'x': found no \"=\", expected KEY=VALUE", "--what-if", "x");
        assertWrong("tandem: --what-if 'auth.desiredCount=4': found \"auth\", which is no service of the plan; expected no "
                + "service, as the plan has none", "--what-if", "auth.desiredCount=4");
        assertWrong("tandem: unknown stack 'dve': expected one of [dev]. Did you mean 'dev'?", "--stack", "dve");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aCeilingOfZeroAndAnotherCurrencyAreRefused() throws IOException {
        file("Pulumi.dev.yaml", "config: {aws:region: eu-central-1, shop:costCeilingEur: 0}\n");
        assertThat(run("cost")).isEqualTo(2);
        assertThat(out.toString()).contains(
                "Pulumi.dev.yaml: key 'costCeilingEur': found '0', expected EUR a month above 0, for instance '100'");

        file("Pulumi.dev.yaml", "config: {aws:region: eu-central-1, shop:exchangeRate: {gbpPerEur: 0.85}}\n");
        assertThat(run("cost")).isEqualTo(2);
        assertThat(out.toString()).contains("Pulumi.dev.yaml: key 'exchangeRate': found '{\"gbpPerEur\":0.85}', expected for "
                + "instance '{usdPerEur: 1.1186, date: \"2026-10-08\"}'");
    }

    @Test
    void aUsageFileThatNamesNothingOfThePlanIsRefused() throws IOException {
        Files.createDirectory(root.resolve("usage"));
        file("usage/dev.yaml", "resources: {orders: {sqs: {requests: 1}}}\n");

        assertThat(run("cost")).isEqualTo(2);
        assertThat(out.toString()).contains("dev  no bill\n  usage/dev.yaml: resources.orders: found \"orders\", which is no "
                + "resource of the plan; expected a resource's name, type::name or URN");
    }

    @Test
    void helpTeaches() {
        assertThat(run("cost", "--help")).isZero();
        assertThat(out.toString()).contains("What-if keys:").contains("auth.desiredCount=4")
                .contains("./tandem cost --diff before.json after.json").contains("Exit codes:")
                .contains("over the ceiling, also by a what-if");
    }

    private void assertWrong(String message, String... args) {
        String[] all = new String[args.length + 1];
        all[0] = "cost";
        System.arraycopy(args, 0, all, 1, args.length);
        err.getBuffer().setLength(0);
        assertThat(run(all)).isEqualTo(2);
        assertThat(err.toString()).contains(message);
    }
}
