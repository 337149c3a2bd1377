package dev.tandem.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;

/** Where a command's result goes: the terminal, or the file of {@code --out}. */
final class Output {

    private Output() {}

    /**
     * @param out null for the terminal
     * @throws ParameterException when the file cannot be written
     */
    static void write(CommandSpec spec, Path out, String text) {
        write(spec, "--out", out, text);
    }

    /** The same, for text that people read: fitted where it goes to the terminal. */
    static void writeText(CommandSpec spec, Path out, String text) {
        write(spec, out, out == null ? Terminal.fitted(text) : text);
    }

    /** The same, for a file that another option names. */
    static void write(CommandSpec spec, String option, Path out, String text) {
        if (out == null) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
            return;
        }
        try {
            Files.writeString(out, text);
        } catch (IOException e) {
            throw Choices.wrong(spec, option, out.toString(), "a file that can be written, in a folder that exists");
        }
    }
}
