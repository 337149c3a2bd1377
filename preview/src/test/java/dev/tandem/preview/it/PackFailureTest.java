package dev.tandem.preview.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.preview.it.packs.BucketPack;
import dev.tandem.preview.it.packs.RawPack;
import dev.tandem.preview.it.programs.ShopProgram;
import dev.tandem.preview.project.InvalidProjectException;
import dev.tandem.preview.report.ExitCode;
import dev.tandem.preview.report.StackReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Packs that fail in every way, as real processes: exit code 4, what was said last, and nothing left running. */
class PackFailureTest {

    private static final String CONFIG = "config: {aws:region: eu-central-1, shop:password: hunter2222}\n";

    @TempDir
    Path root;

    @Test
    void aPackThatDoesNotStartSaysWhy() {
        StackReport report = hangingProgram().packScript("echo 'no rules here' >&2; exit 3").one();

        assertThat(report.exitCode()).isEqualTo(ExitCode.PACK_FAILED);
        assertThat(report.problems()).containsExactly("the policy pack in rules ended with exit code 3 before it was ready;"
                + " it printed last:\n    no rules here");
    }

    @Test
    void aPackThatPrintsRubbishFirstIsRefused() throws IOException, InterruptedException {
        StackReport report = hangingProgram().packScript("echo $$ > pid; echo Building...; sleep 600").one();

        assertThat(report.exitCode()).isEqualTo(ExitCode.PACK_FAILED);
        assertThat(report.problems()).containsExactly("the policy pack in rules printed 'Building...' as its first line,"
                + " expected the port it listens on (1 to 65535): print nothing else to standard output before it");
        assertThat(Processes.ends(root.resolve("pid"))).isTrue();
    }

    @Test
    void aPackThatHangsIsGivenUp() {
        StackReport report = hangingProgram().silence(6).packScript("echo warming up >&2; sleep 600")
                .programScript("while :; do echo working >&2; sleep 0.2; done")
                .one();

        assertThat(report.exitCode()).isEqualTo(ExitCode.PACK_FAILED);
        assertThat(report.problems()).containsExactly("the policy pack in rules was not heard of for 6 seconds (the limit,"
                + " see --timeout) while waiting until it was ready; heard last: line 'warming up'; it printed last:\n"
                + "    warming up");
    }

    @Test
    void aPackThatDiesMidwaySaysWhatItPrintedLast() {
        StackReport report = shop().pack(RawPack.class, "die").one();

        assertThat(report.exitCode()).isEqualTo(ExitCode.PACK_FAILED);
        assertThat(report.problems()).singleElement().asString()
                .startsWith("the policy pack in rules ended during Analyze for urn:pulumi:dev::shop::")
                .contains("; it printed last:\n    the pack runs out of luck");
    }

    @Test
    void anErrorAnswerIsThePacksFailure() {
        StackReport report = shop().pack(RawPack.class, "error").one();

        assertThat(report.exitCode()).isEqualTo(ExitCode.PACK_FAILED);
        assertThat(report.problems()).singleElement().asString()
                .startsWith("the policy pack in rules answered with an error to Analyze for urn:pulumi:dev::shop::")
                .endsWith(": boom in no-passwords");
    }

    @Test
    void aMissingScriptIsNamed() throws IOException {
        Shop shop = hangingProgram().packScript("");
        Files.delete(root.resolve("rules/pack-mvn"));

        StackReport report = shop.one();

        assertThat(report.exitCode()).isEqualTo(ExitCode.PACK_FAILED);
        assertThat(report.problems()).singleElement().asString()
                .startsWith("the policy pack in rules did not start: '").contains("pack-mvn' cannot be run (");
    }

    @Test
    void aWrongPackConfigurationIsConfiguration() {
        StackReport report = shop().pack(BucketPack.class, "").packConfig("{\"bucket-regoin\": \"advisory\"}").one();

        assertThat(report.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(report.problems()).singleElement().asString().endsWith(
                "rules.json: key 'bucket-regoin' names no rule of pack 'buckets'. Did you mean 'bucket-region'?");
    }

    @Test
    void aFolderWithoutPackIsRefusedBeforeAnythingStarts() throws IOException {
        Shop shop = shop().packScript("");
        Files.delete(root.resolve("rules/PulumiPolicy.yaml"));

        assertThatThrownBy(shop::one).isInstanceOf(InvalidProjectException.class)
                .hasMessage("rules/PulumiPolicy.yaml: not found, expected a policy pack there; name another folder with"
                        + " --policy-pack, or preview without rules with --no-policies");
    }

    private Shop shop() {
        return new Shop(root).program(ShopProgram.class).stack("dev", CONFIG);
    }

    /** Only a preview that ends the program when the pack is gone comes back from this one. */
    private Shop hangingProgram() {
        return new Shop(root).stack("dev", CONFIG).programScript("exec sleep 600");
    }
}
