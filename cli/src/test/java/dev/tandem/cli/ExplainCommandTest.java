package dev.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A rule's page, the catalogue, and what is said of a rule that is not there. */
class ExplainCommandTest {

    @TempDir
    Path root;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void twoRules() throws IOException {
        System.setProperty("tandem.root", root.toString());
        Path pages = Files.createDirectories(root.resolve("docs/rules"));
        Files.writeString(pages.resolve("README.md"), "# Rules\n");
        Files.writeString(pages.resolve("kms-rotation.md"), "# kms-rotation\n\nSymmetric keys rotate.\n");
        Files.writeString(pages.resolve("s3-versioning.md"), "# s3-versioning\n");
    }

    @AfterEach
    void forget() {
        System.clearProperty("tandem.root");
    }

    @Test
    void aRuleIsExplainedByItsPage() {
        assertThat(run("explain", "kms-rotation")).isZero();
        assertThat(out).hasToString("# kms-rotation\n\nSymmetric keys rotate.\n");
    }

    @Test
    void theIdOfAFindingLeadsToItsRule() {
        assertThat(run("explain", "kms-rotation[enablekeyrotation]")).isZero();
        assertThat(out.toString()).startsWith("# kms-rotation");
    }

    @Test
    void withoutARuleTheCatalogueIsPrinted() {
        assertThat(run("explain")).isZero();
        assertThat(out).hasToString("# Rules\n");
    }

    @Test
    void anUnknownRuleNamesSimilarOnes() {
        assertThat(run("explain", "key-rotation")).isEqualTo(2);
        assertThat(err.toString()).contains("rule 'key-rotation': found no page of that name in docs/rules, expected one of"
                + " its rules; similar: kms-rotation");
    }

    @Test
    void whatIsNoIdIsRefused() {
        assertThat(run("explain", "../../secret")).isEqualTo(2);
        assertThat(err.toString()).contains("rule '../../secret': expected the ID of a rule, such as kms-rotation");
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        return Main.run(arguments, new PrintWriter(out), new PrintWriter(err, true));
    }
}
