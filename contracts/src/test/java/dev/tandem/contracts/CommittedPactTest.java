package dev.tandem.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tandem.requirements.Covers;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CommittedPactTest {

    @TempDir
    private Path directory;

    @Test
    @Covers("R10.2")
    void anOldPactIsRefusedUntilItIsWrittenAnew() throws IOException {
        Path written = Files.writeString(directory.resolve("written.json"), "{\"interactions\": [\"new\"]}");
        Path committed = Files.writeString(directory.resolve("committed.json"), "{\"interactions\": [\"old\"]}\n");

        assertThatThrownBy(() -> CommittedPact.compare(written, committed, false))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining(committed + " against what the consumer's test expects now (" + written + ")")
                .hasMessageContaining("run the whole class with -Dpacts.write=true");
        assertThat(committed).as("nothing is written unasked").hasContent("{\"interactions\": [\"old\"]}");

        CommittedPact.compare(written, committed, true);
        assertThatCode(() -> CommittedPact.compare(written, committed, false)).doesNotThrowAnyException();
    }

    @Test
    @Covers("R10.2")
    void aPactThatNobodyCommittedIsRefused() throws IOException {
        Path written = Files.writeString(directory.resolve("written.json"), "{}");
        Path missing = directory.resolve("missing.json");

        assertThatThrownBy(() -> CommittedPact.compare(written, missing, false)).hasMessageContaining(missing.toString());
        assertThat(missing).doesNotExist();
    }
}
