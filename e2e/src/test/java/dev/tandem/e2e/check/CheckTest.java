package dev.tandem.e2e.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.e2e.mutations.Mutants;
import dev.tandem.e2e.mutations.Mutation;
import dev.tandem.e2e.offline.Tandem;
import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.stock.SharedClone;
import dev.tandem.e2e.stock.Stacks;
import dev.tandem.e2e.tools.NeedsTools;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the stock CLI writes to files is judged as the preview judges the program: by rule, resource and level. */
@NeedsTools
class CheckTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    Path folder;

    @Test
    void theStateOfTheDeployedProgram() throws IOException {
        String state = Mutants.deployed().pulumi("stack", "export", "--stack", Stacks.PRIMARY).succeeded().out();

        Tandem.Report report = check("--stack-export", state);

        assertThat(report.exit()).as(report.text()).isZero();
        assertThat(findings(report)).isNotEmpty().isEqualTo(findings(Mutants.clean()));
        assertThat(report.stack(Stacks.PRIMARY).path("gaps")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"bucket-without-encryption", "over-the-ceiling"})
    void thePlanOfAForbiddenProgram(String name) throws IOException {
        Mutation mutation = Mutation.named(name);
        List<String> previewed = findings(Mutants.refused(mutation).tandem());
        String plan = Mutants.with(mutation, empty -> empty.planned(Stacks.PRIMARY));

        Tandem.Report report = check("--preview-json", plan);

        assertThat(report.exit()).as(report.text()).isEqualTo(1);
        assertThat(findings(report)).isEqualTo(previewed).anyMatch(f -> f.contains(" mandatory "));
        assertThat(report.stack(Stacks.PRIMARY).path("gaps")).isEmpty();
    }

    @Test
    void aPlanThatLeavesOutWhatStaysIsNotCalledClean() throws IOException {
        String plan = Mutants.deployed()
                .pulumi("preview", "--json", "--stack", Stacks.PRIMARY, "--non-interactive").succeeded().out();

        Tandem.Report report = check("--preview-json", plan);

        assertThat(report.exit()).as(report.text()).isEqualTo(1);
        assertThat(report.stack(Stacks.PRIMARY).path("gaps").path(0).asText())
                .endsWith(" unchanged resources are not in the file; repeat the preview with --show-sames");
    }

    /** A project that adopts the pack: what was there is told from then on, what is new stops, what is mended leaves the file. */
    @Test
    void aBaselineIsWrittenReadAndOnlyShrinks() throws IOException {
        Tandem tandem = new Tandem(SharedClone.get());
        Path baseline = SharedClone.get().root().resolve("baseline.txt");
        String[] arguments = {"check", "--resources", folder.resolve("lines").toString(), "--also", "baseline=" + baseline};
        try {
            Files.writeString(folder.resolve("lines"), open("web") + open("shop"));
            assertThat(tandem.run(arguments).exit()).isEqualTo(1);
            String first = Files.readString(baseline);
            assertThat(first.lines().filter(line -> !line.startsWith("#"))).hasSize(2)
                    .allMatch(line -> line.startsWith("sg-no-world-ingress[tcp/22::0.0.0.0/0] urn:pulumi:stack::project::"));

            Files.writeString(folder.resolve("lines"), open("web") + open("new"));
            Run.Finished later = tandem.run(arguments);
            assertThat(later.exit()).as(later.text()).isEqualTo(1);
            assertThat(later.out()).contains("known since the start (baseline.txt)");
            assertThat(Files.readString(baseline)).isEqualTo(first.replaceAll("(?m)^.*::shop\n", ""));

            Files.writeString(folder.resolve("lines"), open("web"));
            assertThat(tandem.run(arguments).exit()).isZero();
        } finally {
            Files.deleteIfExists(baseline);
        }
    }

    private static String open(String name) {
        return """
                {"type": "aws:ec2/securityGroup:SecurityGroup", "name": "%s", "properties": {"ingress": [{"protocol": "tcp",                 "fromPort": 22, "toPort": 22, "cidrBlocks": ["0.0.0.0/0"], "description": "ssh"}]}}
                """.formatted(name);
    }

    /** In our own preview a finding names the line of the program that asks for the resource. */
    @Test
    void findingsOfThePreviewNameTheLineOfTheProgram() throws IOException {
        JsonNode findings = Mutants.refused(Mutation.named("bucket-without-encryption")).tandem()
                .stack(Stacks.PRIMARY).path("findings");

        for (JsonNode finding : findings) {
            String file = finding.at("/location/file").asText();
            if (file.equals("Pulumi.yaml")) {
                assertThat(finding.path("urn").asText()).as("only what no line declares")
                        .containsAnyOf("pulumi:pulumi:Stack", "pulumi:providers:aws::default");
            } else {
                assertThat(file).isEqualTo("infra/src/main/java/dev/tandem/infra/Main.java");
                String line = Files.readAllLines(SharedClone.get().root().resolve(file)).get(finding.at("/location/line").asInt() - 1);
                assertThat(line).containsAnyOf("new ", ".create(");
            }
        }
        assertThat(findings.findValuesAsText("file")).contains("infra/src/main/java/dev/tandem/infra/Main.java");
    }

    private Tandem.Report check(String option, String text) throws IOException {
        Path file = Files.writeString(folder.resolve("input.json"), text);
        Run.Finished finished = new Tandem(SharedClone.get()).run("check", option, file.toString(), "--format", "json");
        JsonNode report = JSON.readTree(finished.out());
        JSON.readTree(text).findValuesAsText("ciphertext").stream().filter(c -> c.length() > 10)
                .forEach(c -> assertThat(finished.text()).doesNotContain(c));
        return new Tandem.Report(finished.exit(), finished.text(), report);
    }

    private static List<String> findings(Tandem.Report report) {
        return report.findings(Stacks.PRIMARY).stream()
                .map(f -> f.rule() + " " + f.level() + " " + f.urn()).sorted().toList();
    }
}
