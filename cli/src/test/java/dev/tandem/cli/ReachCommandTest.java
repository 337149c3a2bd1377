package dev.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** {@code tandem reach}: its words, exit codes and bad input. */
class ReachCommandTest extends OnProject {

    @Test
    void aPlanOfNothingHasNothingToReach() {
        assertThat(run("reach")).as(err.toString()).isZero();
        assertThat(out.toString()).isEqualTo("nothing of the plan answers connections and carries a security group of it\n");
    }

    @Test
    void jsonGoesToAFile() throws IOException {
        Path file = root.resolve("reach.json");
        assertThat(run("reach", "dev", "--json", "--out", file.toString())).isZero();
        assertThat(out.toString()).isEmpty();
        assertThat(Files.readString(file)).contains("\"targets\" : [ ]");
    }

    @Test
    void aNameThatIsNoStackAndNoResourceIsToldTheNearest() {
        assertThat(run("reach", "dve")).isEqualTo(2);
        assertThat(err.toString()).contains("tandem: resource 'dve': found nothing of that name that answers connections and carries a"
                + " security group of the stack, expected one of [dev]. Did you mean 'dev'?");
        assertThat(run("reach", "dve", "auth")).isEqualTo(2);
        assertThat(err.toString()).contains("tandem: unknown stack 'dve': expected one of [dev]. Did you mean 'dev'?");
        assertThat(run("reach", "dev", "auth", "more")).isEqualTo(2);
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void aProgramThatFailsEndsWithThree() throws IOException {
        program("echo broken >&2\nexit 1");
        assertThat(run("reach")).isEqualTo(3);
        assertThat(err.toString()).contains("tandem: dev: ");
    }

    @Test
    void helpTeaches() {
        assertThat(run("reach", "--help")).isZero();
        assertThat(out.toString()).contains("[STACK] [RESOURCE]", "./tandem reach eu-central-1 auth-stable", "Exit codes:", "--json");
    }
}
