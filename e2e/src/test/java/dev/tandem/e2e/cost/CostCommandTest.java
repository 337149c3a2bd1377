package dev.tandem.e2e.cost;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.e2e.offline.Tandem;
import dev.tandem.e2e.process.Run;
import dev.tandem.e2e.stock.SharedClone;
import dev.tandem.requirements.Covers;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code ./tandem cost} on the program as it is. */
@Covers("R1.5")
class CostCommandTest {

    private final Tandem tandem = new Tandem(SharedClone.get());

    @Test
    void aWhatIfThatPassesTheCeilingSaysSoAndEndsWithOne() {
        Run.Finished over = tandem.run("cost", "--stack", "eu-central-1", "--what-if", "auth.desiredCount=4");

        assertThat(over.exit()).isEqualTo(1);
        assertThat(over.out()).containsPattern("typical; the ceiling is 100\\.00 +\\d\\d\\.\\d\\d\n")
                .contains("auth-stable: 2 -> 4 task(s) at rest, all week; autoscaling's minimum is 4 then")
                .containsPattern("  EUR \\d\\d\\.\\d\\d -> 1\\d\\d\\.\\d\\d a month; worst case ")
                .contains("  This passes the ceiling:");
    }

    @Test
    void twoBillsCompareWithoutRunningAnything(@TempDir Path folder) throws Exception {
        Path before = folder.resolve("before.json");
        Path after = folder.resolve("after.json");
        assertThat(tandem.run("cost", "--stack", "eu-west-1", "--format", "json", "--out", before.toString()).exit()).isZero();
        String bill = Files.readString(before);
        Files.writeString(after, bill.replaceFirst("\"description\" : \"hosted zone", "\"description\" : \"another zone"));

        Run.Finished difference = tandem.run("cost", "--diff", before.toString(), after.toString());

        assertThat(difference.exit()).isZero();
        assertThat(difference.out()).startsWith("eu-west-1\n")
                .containsPattern("another zone \\S+ +0\\.00 +0\\.45 +\\+0\\.45\n")
                .containsPattern("hosted zone \\S+ +0\\.45 +0\\.00 +-0\\.45\n");
    }
}
