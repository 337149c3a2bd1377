package dev.tandem.preview.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.tandem.policy.report.PolicyReport;
import dev.tandem.policy.report.PolicyResult;
import dev.tandem.policy.report.ReportedFinding;
import dev.tandem.policy.report.SourceLocation;
import dev.tandem.policy.report.TextStyle;
import dev.tandem.preview.check.Check;
import dev.tandem.preview.check.CheckOptions;
import dev.tandem.preview.check.InputForm;
import dev.tandem.preview.it.packs.BucketPack;
import dev.tandem.preview.it.packs.RawPack;
import dev.tandem.preview.project.InvalidProjectException;
import dev.tandem.preview.report.ReportFormat;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Resources from files against real packs. */
class CheckTest {

    private static final String REPLICA = "urn:pulumi:dev::shop::aws:s3/bucketV2:BucketV2::replica";
    private static final String STATE = """
            {"version": 3, "deployment": {"resources": [
              {"urn": "urn:pulumi:dev::shop::pulumi:pulumi:Stack::shop-dev", "type": "pulumi:pulumi:Stack", "custom": false},
              {"urn": "urn:pulumi:dev::shop::pulumi:providers:aws::ireland", "type": "pulumi:providers:aws", "custom": true,
               "id": "0b1c", "inputs": {"region": "eu-west-1"}, "outputs": {"region": "eu-west-1"}},
              {"urn": "%s", "type": "aws:s3/bucketV2:BucketV2", "custom": true, "sourcePosition": "project:///src/App.java#2",
               "provider": "urn:pulumi:dev::shop::pulumi:providers:aws::ireland::0b1c",
               "inputs": {"bucket": "replica", "tags": {"of": "x"},
                 "password": {"4dabf18193072939515e22adb298388d": "1b47061264138c4ac30d75fd1eb44270", %s}},
               "outputs": {"bucket": "replica", "arn": "arn:aws:s3:::replica"}}]}}
            """;
    private static final String PLAINTEXT = "\"plaintext\": \"\\\"hunter2222\\\"\"";

    @TempDir
    Path root;

    private Shop shop;

    @BeforeEach
    void aProject() {
        shop = new Shop(root).stack("dev", "config: {aws:region: eu-central-1}\n").file("src/App.java", "one\ntwo\n");
    }

    @Test
    void aStateIsJudgedAsItIs() {
        shop.pack(BucketPack.class, "").file("state.json", STATE.formatted(REPLICA, "\"ciphertext\": \"v1:abc\""));

        PolicyReport report = check(InputForm.STACK_EXPORT, "state.json", Optional.empty());

        PolicyResult dev = report.results().get(0);
        assertThat(dev.problems()).isEmpty();
        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(dev.stack()).isEqualTo("dev");
        // Nothing is mended: what is there stays as it is.
        assertThat(dev.findings()).extracting(ReportedFinding::rule, ReportedFinding::refuses, ReportedFinding::urn,
                ReportedFinding::message).containsExactly(
                        tuple("bucket-region", true, REPLICA, "is in eu-west-1"),
                        tuple("bucket-mended", true, REPLICA, "was not mended"));
        assertThat(dev.location(REPLICA)).contains(SourceLocation.of("src/App.java", 2));
        for (ReportFormat format : ReportFormat.values()) {
            assertThat(format.write(report, new ReportFormat.View(TextStyle.PLAIN, true, "1", Optional.empty())))
                    .contains("bucket-region", "replica").doesNotContain("v1:abc");
        }
    }

    @Test
    void aSecretThatAForeignPackRepeatsIsInNoReport() {
        shop.pack(RawPack.class, "leak").file("state.json", STATE.formatted(REPLICA, PLAINTEXT));

        PolicyReport report = check(InputForm.STACK_EXPORT, "state.json", Optional.of("dev"));

        assertThat(report.results().get(0).findings()).singleElement()
                .satisfies(f -> assertThat(f.message()).isEqualTo("the password is [secret]"));
        for (ReportFormat format : ReportFormat.values()) {
            assertThat(format.write(report, new ReportFormat.View(TextStyle.PLAIN, true, "1", Optional.empty())))
                    .doesNotContain("hunter2222");
        }
    }

    @Test
    void aPackThatDiesIsFour() {
        shop.pack(RawPack.class, "die").file("lines.jsonl", "{\"type\": \"a:b:C\", \"name\": \"x\"}\n");

        PolicyReport report = check(InputForm.RESOURCES, "lines.jsonl", Optional.empty());

        assertThat(report.exitCode()).isEqualTo(4);
        assertThat(report.results().get(0).problems()).singleElement().asString()
                .startsWith("the policy pack in rules ended during Analyze for urn:pulumi:stack::project::a:b:C::x");
    }

    @Test
    void aFileThatLeavesResourcesOutIsRefusedUnlessAllowed() {
        shop.pack(BucketPack.class, "").file("plan.json", "{\"steps\": [], \"changeSummary\": {\"same\": 1}}");

        PolicyReport report = check(InputForm.PREVIEW_JSON, "plan.json", Optional.empty());

        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.results().get(0).gaps()).containsExactly(
                "1 unchanged resource is not in the file; repeat the preview with --show-sames");
    }

    @Test
    void aFileThatLeavesResourcesOutMayBeAllowed() {
        shop.pack(BucketPack.class, "").file("plan.json", "{\"steps\": [], \"changeSummary\": {\"same\": 1}}");

        PolicyReport report = Check.run(options(InputForm.PREVIEW_JSON, "plan.json", Optional.empty(), true), "1");

        assertThat(report.exitCode()).isZero();
        assertThat(report.results().get(0).gaps()).hasSize(1);
    }

    @Test
    void linesAreJudgedAsTheyAre() {
        shop.pack(BucketPack.class, "").file("lines.jsonl", """
                {"type": "aws:s3/bucketV2:BucketV2", "name": "replica", "properties": {"bucket": "replica"}}
                """).file("clean.jsonl", """
                {"type": "aws:sqs/queue:Queue", "name": "orders", "properties": {}}
                """);

        PolicyReport report = check(InputForm.RESOURCES, "lines.jsonl", Optional.empty());

        assertThat(report.exitCode()).isEqualTo(1);
        assertThat(report.results().get(0).findings()).extracting(ReportedFinding::rule, ReportedFinding::refuses)
                .contains(tuple("bucket-mended", true));
        assertThat(check(InputForm.RESOURCES, "clean.jsonl", Optional.empty()).exitCode()).isZero();
    }

    @Test
    void anUnknownStackIsRefusedBeforeAnythingStarts() {
        shop.packScript("exit 3").file("lines.jsonl", "{\"type\": \"a:b:C\", \"name\": \"x\"}\n");

        assertThatThrownBy(() -> check(InputForm.RESOURCES, "lines.jsonl", Optional.of("dve")))
                .isInstanceOf(InvalidProjectException.class)
                .hasMessage("unknown stack 'dve': expected one of [dev]. Did you mean 'dev'?");
    }

    private PolicyReport check(InputForm form, String file, Optional<String> stack) {
        return Check.run(options(form, file, stack, false), "1");
    }

    private CheckOptions options(InputForm form, String file, Optional<String> stack, boolean allowIncomplete) {
        return new CheckOptions(root, form, root.resolve(file), file, stack, "rules", Optional.empty(), allowIncomplete,
                false, Duration.ofSeconds(120));
    }
}
