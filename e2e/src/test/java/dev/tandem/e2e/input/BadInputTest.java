package dev.tandem.e2e.input;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.offline.Tandem;
import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.stock.ScratchClone;
import dev.tandem.e2e.stock.SharedClone;
import dev.tandem.e2e.stock.Stacks;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/** Wrong input, from the command line to the answer: exit code, and a message that says where, what and how to mend it. */
@Tag("e2e")
class BadInputTest {

    private static final String STACK_FILE = "Pulumi." + Stacks.PRIMARY + ".yaml";

    @ParameterizedTest
    @FieldSource("dev.tandem.e2e.input.Mistake#ALL")
    void aMistakeInTheConfigurationIsNamed(Mistake mistake) {
        Run.Finished finished = previewed(STACK_FILE, mistake.before(), mistake.after());

        assertThat(finished.exit()).as(finished.text()).isEqualTo(2);
        assertThat(finished.text()).contains(STACK_FILE).contains(mistake.texts()).doesNotContain("\tat ", "Exception");
    }

    @Test
    void malformedYamlIsNamedWithItsLine() {
        Run.Finished finished = previewed(STACK_FILE, "tandem:costOwner: platform", "tandem:costOwner: [platform");

        assertThat(finished.exit()).as(finished.text()).isEqualTo(2);
        assertThat(finished.text()).containsPattern("Pulumi\\.eu-central-1\\.yaml:\\d+: is no YAML").contains("expected")
                .doesNotContain("\tat ", "Exception");
    }

    @Test
    void anUnknownStackIsAnsweredWithTheOnesThereAre() {
        Run.Finished finished = new Tandem(SharedClone.get()).run("preview", "--stack", "eu-north-1");

        assertThat(finished.exit()).as(finished.text()).isEqualTo(2);
        assertThat(finished.text()).contains("eu-north-1", Stacks.PRIMARY, Stacks.SECONDARY);
    }

    @Test
    void aProgramThatThrowsEndsWithItsOwnMessage() {
        Run.Finished finished = previewed("infra/src/main/java/dev/tandem/infra/Main.java", "        Exports.of(", """
                        if (config != null) {
                            throw new IllegalStateException("the moon is in the wrong phase");
                        }
                        Exports.of(""");

        assertThat(finished.exit()).as(finished.text()).isEqualTo(3);
        assertThat(finished.text()).contains("the moon is in the wrong phase").doesNotContain("dev.tandem.preview.", "dev.tandem.cli.");
    }

    @Test
    void aPackThatDoesNotStartEndsWithExitFour() {
        Run.Finished finished = previewed("policies/PulumiPolicy.yaml", "./mvn-pack", "./no-mvn-pack");

        assertThat(finished.exit()).as(finished.text()).isEqualTo(4);
        assertThat(finished.text()).contains("policies", "no-mvn-pack").doesNotContain("\tat ");
    }

    /** Previews the primary while a file holds something else. */
    private static Run.Finished previewed(String file, String before, String after) {
        ScratchClone clone = SharedClone.get();
        String whole = clone.replace(file, before, after);
        try {
            return new Tandem(clone).run("preview", "--stack", Stacks.PRIMARY);
        } finally {
            clone.write(file, whole);
        }
    }
}
