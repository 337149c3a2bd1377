package dev.tandem.preview.it;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.preview.it.programs.FailingPrograms;
import dev.tandem.preview.project.InvalidProjectException;
import dev.tandem.preview.report.ExitCode;
import dev.tandem.preview.report.StackReport;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that fail in every way, as real processes: exit code, words, and nothing left running. */
class ProgramFailureTest {

    @TempDir
    Path root;

    @Test
    void aProgramThatThrowsIsToldInItsOwnWords() {
        StackReport report = failing("throws").one();

        assertThat(report.exitCode()).isEqualTo(ExitCode.PROGRAM_FAILED);
        assertThat(report.problems())
                .containsExactly("IllegalStateException: no zone for the shop: expected one of a, b");
    }

    @Test
    void aProgramThatRefusesItsConfigurationIsAWrongConfiguration() {
        StackReport report = failing("invalid").one();

        assertThat(report.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(report.problems()).containsExactly(
                "invalid configuration: Pulumi.dev.yaml: key 'shop:size': found 'x', expected a number");
    }

    @Test
    void twoResourcesOfOneUrnAreRefused() {
        StackReport report = failing("duplicate").one();

        assertThat(report.exitCode()).isEqualTo(ExitCode.PROGRAM_FAILED);
        assertThat(report.problems()).singleElement().asString()
                .startsWith("two resources have the URN 'urn:pulumi:dev::shop::aws:s3/bucketV2:BucketV2::twice'");
    }

    @Test
    void aFunctionWithoutFixtureIsAMissingFixture() {
        StackReport report = failing("unknown-function").one();

        assertThat(report.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(report.problems()).singleElement().asString()
                .startsWith("the program calls the function 'aws:ec2/getVpc:getVpc' with {}, and fixtures/dev.yaml does"
                        + " not say what it returns: expected there, for instance\n  invokes:");
    }

    @Test
    void aStackReferenceIsAnsweredFromTheFixture() {
        Shop shop = failing("reference");

        StackReport missing = shop.one();
        assertThat(missing.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(missing.problems()).singleElement().asString()
                .startsWith("the program reads the outputs of stack 'organization/shop/prod', and fixtures/dev.yaml");

        StackReport answered =
                shop.file("fixtures/dev.yaml", "stackReferences: {organization/shop/prod: {vpcId: vpc-1}}\n").one();
        assertThat(answered.problems()).isEmpty();
        assertThat(answered.exitCode()).isEqualTo(ExitCode.CLEAN);
    }

    @Test
    void aRemoteComponentMakesThePlanIncomplete() {
        Shop shop = failing("remote");

        StackReport refused = shop.one();
        assertThat(refused.exitCode()).isEqualTo(ExitCode.VIOLATED);
        assertThat(refused.incomplete()).containsExactly("urn:pulumi:dev::shop::shop:index:RemoteSite::far");
        assertThat(shop.allowIncomplete().one().exitCode()).isEqualTo(ExitCode.CLEAN);
    }

    @Test
    void aProgramThatEndsWithoutAWordIsReported() {
        StackReport report = failing("exits").one();

        assertThat(report.exitCode()).isEqualTo(ExitCode.PROGRAM_FAILED);
        assertThat(report.problems()).containsExactly("the program of stack dev ended with exit code 9 and logged no"
                + " error; it printed nothing");
    }

    @Test
    void aProgramThatHangsIsGivenUpWithAllItStarted() throws IOException, InterruptedException {
        StackReport report = new Shop(root).stack("dev", "").silence(6)
                .programScript("sleep 600 &\necho $! > child\necho compiling >&2\nwait")
                .one();

        assertThat(report.exitCode()).isEqualTo(ExitCode.PROGRAM_FAILED);
        assertThat(report.problems()).containsExactly("the program of stack dev was not heard of for 6 seconds (the limit,"
                + " see --timeout) while waiting until it went on; heard last: line 'compiling'; it printed last:\n"
                + "    compiling; it had registered no resource");
        assertThat(Processes.ends(root.resolve("child"))).isTrue();
    }

    @Test
    void aMissingScriptIsNamed() {
        StackReport report = new Shop(root).stack("dev", "").one();

        assertThat(report.exitCode()).isEqualTo(ExitCode.PROGRAM_FAILED);
        assertThat(report.problems()).singleElement().asString()
                .startsWith("the program of stack dev did not start: '")
                .contains("run-mvn' cannot be run (")
                .contains("expected an executable file");
    }

    @Test
    void nothingStartsWhenTheProjectIsWrong() {
        Shop shop = new Shop(root).stack("dev", "").programScript("touch started");

        assertThatThrownBy(() -> shop.preview("dve"))
                .isInstanceOf(InvalidProjectException.class)
                .hasMessageEndingWith("Did you mean 'dev'?");
        assertThat(shop.file("fixtures/dev.yaml", "[]").one().problems()).singleElement().asString()
                .startsWith("fixtures/dev.yaml:1: found a list, expected a mapping");
        assertThat(root.resolve("started")).doesNotExist();
    }

    @Test
    void wrongUsageFilesAndRatesAreConfiguration() {
        Shop shop = new Shop(root).stack("dev", "config: {exchangeRate: {usdPerEur: much}}\n").programScript("exit 0");

        assertThat(shop.one().exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(shop.one().problems()).containsExactly("Pulumi.dev.yaml: key 'exchangeRate': found"
                + " '{\"usdPerEur\":\"much\"}', expected for instance '{usdPerEur: 1.1186, date: \"2026-10-08\"}'");
        assertThat(shop.stack("dev", "config: {costCeilingEur: -1}\n").one().problems()).containsExactly(
                "Pulumi.dev.yaml: key 'costCeilingEur': found '-1', expected EUR a month above 0, for instance '100'");
        StackReport usage = shop.stack("dev", "").file("usage/dev.yaml", "logs: [").one();
        assertThat(usage.exitCode()).isEqualTo(ExitCode.INVALID);
        assertThat(usage.problems()).singleElement().asString().startsWith("usage/dev.yaml");
    }

    private Shop failing(String mistake) {
        return new Shop(root).program(FailingPrograms.class).stack("dev", "config: {mistake: " + mistake + "}\n");
    }
}
