package dev.tandem.preview.it;

import dev.tandem.preview.report.Report;
import dev.tandem.preview.report.StackReport;
import dev.tandem.preview.run.Preview;
import dev.tandem.preview.run.PreviewOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A project in a folder of its own, whose program and pack are real processes: main classes of these tests, or scripts. */
final class Shop {

    private static final String JAVA = "exec '" + Path.of(System.getProperty("java.home"), "bin", "java")
            + "' -Djava.util.concurrent.ForkJoinPool.common.parallelism=8 -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -cp '"
            + System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")) + "' ";

    private final Path root;
    private Optional<String> pack = Optional.empty();
    private Duration silence = Duration.ofSeconds(120);
    private boolean allowIncomplete;
    private boolean refuseUndecided;
    private Optional<Path> packConfig = Optional.empty();

    Shop(Path root) {
        this.root = root;
        write("Pulumi.yaml", "name: shop\nruntime: {name: java, options: {use-executor: ./run-mvn}}\n");
    }

    Shop stack(String name, String config) {
        write("Pulumi." + name + ".yaml", config);
        return this;
    }

    Shop file(String name, String text) {
        write(name, text);
        return this;
    }

    Shop program(Class<?> main) {
        return programScript(JAVA + main.getName());
    }

    Shop programScript(String script) {
        executable("run-mvn", script);
        return this;
    }

    /** A pack with a main class; {@code arguments} come before the engine's address. */
    Shop pack(Class<?> main, String arguments) {
        return packScript("for a in \"$@\"; do case $a in -Dexec.args=*) engine=${a#*=};; esac; done\n" + JAVA
                + main.getName() + " " + arguments + " $engine");
    }

    Shop packScript(String script) {
        pack = Optional.of("rules");
        write("rules/PulumiPolicy.yaml", "runtime: {name: java, options: {use-executor: ./pack-mvn}}\n");
        executable("rules/pack-mvn", script);
        return this;
    }

    Shop packConfig(String json) {
        write("rules.json", json);
        packConfig = Optional.of(Path.of("rules.json"));
        return this;
    }

    Shop silence(int seconds) {
        silence = Duration.ofSeconds(seconds);
        return this;
    }

    Shop allowIncomplete() {
        allowIncomplete = true;
        return this;
    }

    Shop refuseUndecided() {
        refuseUndecided = true;
        return this;
    }

    Report preview(String... stacks) {
        return Preview.run(new PreviewOptions(
                root, List.of(stacks), pack, packConfig, allowIncomplete, refuseUndecided, silence));
    }

    /** The preview of the only stack. */
    StackReport one() {
        return preview().stacks().get(0);
    }

    Path path(String name) {
        return root.resolve(name);
    }

    private void executable(String name, String script) {
        write(name, "#!/bin/sh\n" + script + "\n");
        if (!root.resolve(name).toFile().setExecutable(true)) {
            throw new IllegalStateException(name + " cannot be made executable");
        }
    }

    private void write(String name, String text) {
        try {
            Files.createDirectories(root.resolve(name).getParent());
            Files.writeString(root.resolve(name), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
