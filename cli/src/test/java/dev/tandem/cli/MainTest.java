package dev.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The command line: usage, configuration and program errors with their exit codes and words. */
class MainTest extends OnProject {

    @Test
    void aMissingOrMistypedCommandIsWrongUsage() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("tandem: a command is missing, expected for instance 'tandem preview'")
                .contains("See 'tandem --help'.");

        assertThat(run("previw")).isEqualTo(2);
        assertThat(err.toString()).contains("tandem: unknown command 'previw', expected one of backoff, blue-green, canary, check, cost, ")
                .contains(". Did you mean 'preview'?");

        assertThat(run("docter")).isEqualTo(2);
        assertThat(err.toString()).as("a script of the launcher").contains(". Did you mean 'doctor'?");

        assertThat(run("canary", "strat")).isEqualTo(2);
        assertThat(err.toString()).endsWith("tandem: unknown command 'strat', expected one of abort, promote, run, start, step. Did you mean 'start'?\n"
                + "See 'tandem canary --help'.\n");

        assertThat(run("canary", "--hepl")).isEqualTo(2);
        assertThat(err.toString()).contains("Unknown option: '--hepl'").contains("--help");
    }

    @Test
    void wrongValuesNameFoundAndExpected() {
        assertThat(run("preview", "--format", "yaml")).isEqualTo(2);
        assertThat(err.toString()).contains("--format: found 'yaml', expected text, json, sarif, junit, markdown, html or baseline");

        assertThat(run("preview", "--also", "yaml=report.yaml")).isEqualTo(2);
        assertThat(err.toString()).contains("--also: found 'yaml', expected text, json");

        assertThat(run("preview", "--undecided=maybe")).isEqualTo(2);
        assertThat(err.toString()).contains("--undecided: found 'maybe', expected accept or refuse");

        assertThat(run("preview", "--timeout", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--timeout: found '0', expected a whole number of seconds, at least 1");

        assertThat(run("preview", "--timeout", "soon")).isEqualTo(2);
        assertThat(err.toString()).contains("--timeout").contains("'soon'");

        assertThat(run("preview", "--no-policies", "--policy-pack-config", "x.json")).isEqualTo(2);
        assertThat(err.toString()).contains("--no-policies and --policy-pack-config exclude each other");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void anUnknownStackIsNamedWithTheNearest() {
        assertThat(run("preview", "--stack", "dve", "--no-policies")).isEqualTo(2);
        assertThat(err.toString()).isEqualTo("tandem: unknown stack 'dve': expected one of [dev]. Did you mean 'dev'?\n");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aRegionThatAwsDoesNotHaveIsNamedWithTheNearest() {
        assertThat(run("status", "--region", "eu-centrl-1")).isEqualTo(2);
        assertThat(err.toString()).contains("--region: found 'eu-centrl-1', expected one of [eu-central-1, eu-west-1]."
                + " Did you mean 'eu-central-1'?");
    }

    @Test
    void malformedConfigurationIsNamedByLine() throws IOException {
        Files.writeString(root.resolve("Pulumi.dev.yaml"), "config: [\n");

        assertThat(run("preview", "--no-policies")).isEqualTo(2);
        assertThat(err.toString()).startsWith("tandem: Pulumi.dev.yaml:2: is no YAML: found ");
    }

    @Test
    void aMissingPackIsWrongUsage() {
        assertThat(run("preview")).isEqualTo(2);
        assertThat(err.toString()).startsWith("tandem: policies/PulumiPolicy.yaml: not found");
    }

    @Test
    void aCleanPreviewIsQuietOnStandardError() {
        assertThat(run("preview", "--no-policies")).isZero();
        assertThat(err.toString()).isEmpty();
        assertThat(out.toString()).endsWith("dev: 0 resources, no rules, 0 mandatory and 0 advisory findings,"
                + " EUR 0.00 of 100.00 a month (worst case 0.00): ok\n");
    }

    @Test
    void writesJsonToAFile() throws IOException {
        Path file = root.resolve("report.json");

        assertThat(run("preview", "--no-policies", "--format", "json", "--out", file.toString())).isZero();
        assertThat(out.toString()).isEmpty();
        assertThat(Files.readString(file)).contains("\"schemaVersion\" : 2").contains("\"stack\" : \"dev\"");

        assertThat(run("preview", "--no-policies", "--out", root.resolve("no/such/folder").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("expected a file that can be written, in a folder that exists");
    }

    @Test
    void everyFormIsWritten() throws IOException {
        assertThat(run("preview", "--no-policies", "--format", "sarif")).isZero();
        assertThat(out.toString()).contains("\"version\" : \"2.1.0\"").contains("tandem/shop/dev/");
        assertThat(run("preview", "--no-policies", "--format", "junit")).isZero();
        assertThat(out.toString()).contains("<testsuite name=\"dev\" tests=\"0\"");
        assertThat(run("preview", "--no-policies", "--format", "markdown")).isZero();
        assertThat(out.toString()).contains("### tandem: ok").contains("**Cost** EUR 0.00 a month of 100.00");
    }

    @Test
    void checkWantsExactlyOneFileThatFits() throws IOException {
        assertThat(run("check")).isEqualTo(2);
        assertThat(err.toString()).contains("--stack-export").contains("--preview-json").contains("--resources");

        assertThat(run("check", "--stack-export", "a", "--resources", "b")).isEqualTo(2);
        assertThat(err.toString()).contains("mutually exclusive");

        Path state = Files.writeString(root.resolve("state.json"), "{\"version\": 3, \"deployment\": {\"resources\": []}}");
        assertThat(run("check", "--preview-json", state.toString())).isEqualTo(2);
        assertThat(err.toString()).endsWith("state.json: found what 'pulumi stack export' writes, expected what"
                + " 'pulumi preview --json' writes: give it with --stack-export\n");

        assertThat(run("check", "--stack-export", root.resolve("none.json").toString())).isEqualTo(2);
        assertThat(err.toString()).endsWith("none.json: not found, expected a file with what 'pulumi stack export' writes\n");

        assertThat(run("check", "--stack-export", state.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("policies/PulumiPolicy.yaml: not found");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aFailingProgramIsThreeAndAFailingPackFour() throws IOException {
        program("echo 'no compiler' >&2; exit 1");
        assertThat(run("preview", "--no-policies")).isEqualTo(3);
        assertThat(out.toString()).contains("ended with exit code 1 and logged no error; it printed last:")
                .contains("no compiler").endsWith("dev: the program failed\n").doesNotContain("\tat ");

        Files.createDirectory(root.resolve("policies"));
        Files.writeString(root.resolve("policies/PulumiPolicy.yaml"),
                "runtime: {name: java, options: {use-executor: ./no-mvn}}\n");
        assertThat(run("preview")).isEqualTo(4);
        assertThat(out.toString()).contains("the policy pack in policies did not start").endsWith(
                "dev: the policy pack failed\n");
    }

    @Test
    void helpAndVersionExplain() {
        assertThat(run("preview", "--help")).isZero();
        assertThat(out.toString()).contains("--policy-pack").contains("Exit codes:").contains("the policy pack failed");

        assertThat(run("version")).isZero();
        assertThat(out.toString()).containsPattern("tandem \\d+\\.\\d+\\.\\d+ \\(Java \\d+");
    }
}
