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

/** {@code tandem reach}: its words, exit codes and bad input. */
class ReachCommandTest {

    @TempDir
    Path root;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @BeforeEach
    void aProjectWhoseProgramRegistersNothing() throws IOException {
        System.setProperty("tandem.root", root.toString());
        file("Pulumi.yaml", "name: shop\nruntime: {name: java, options: {use-executor: ./run-mvn}}\n");
        file("Pulumi.dev.yaml", "config: {aws:region: eu-central-1}\n");
        assertThat(file("run-mvn", "#!/bin/sh\nexit 0\n").toFile().setExecutable(true)).isTrue();
    }

    @AfterEach
    void forgetTheProject() {
        System.clearProperty("tandem.root");
    }

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
        file("run-mvn", "#!/bin/sh\necho broken >&2\nexit 1\n");
        assertThat(run("reach")).isEqualTo(3);
        assertThat(err.toString()).contains("tandem: dev: ");
    }

    @Test
    void helpTeaches() {
        assertThat(run("reach", "--help")).isZero();
        assertThat(out.toString()).contains("[STACK] [RESOURCE]", "./tandem reach eu-central-1 auth-stable", "Exit codes:", "--json");
    }

    private int run(String... args) {
        return Main.run(args, new PrintWriter(out), new PrintWriter(err, true));
    }

    private Path file(String name, String text) throws IOException {
        return Files.writeString(root.resolve(name), text);
    }
}
