package dev.tandem.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A command line in a project with one stack, whose program registers nothing. */
abstract class OnProject {

    @TempDir
    Path root;

    final StringWriter out = new StringWriter();
    final StringWriter err = new StringWriter();

    @BeforeEach
    void aProjectWhoseProgramRegistersNothing() throws IOException {
        System.setProperty("tandem.root", root.toString());
        file("Pulumi.yaml", "name: shop\nruntime: {name: java, options: {use-executor: ./run-mvn}}\n");
        file("Pulumi.dev.yaml", "config: {aws:region: eu-central-1}\n");
        program("exit 0");
    }

    @AfterEach
    void forgetTheProject() {
        System.clearProperty("tandem.root");
    }

    final int run(String... args) {
        return Main.run(args, new PrintWriter(out), new PrintWriter(err, true));
    }

    final void program(String script) throws IOException {
        assertThat(file("run-mvn", "#!/bin/sh\n" + script + "\n").toFile().setExecutable(true)).isTrue();
    }

    final Path file(String name, String text) throws IOException {
        return Files.writeString(root.resolve(name), text);
    }
}
