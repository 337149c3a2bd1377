package dev.tandem.preview.check;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tandem.preview.project.InvalidProjectException;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads the file with resources; what is wrong with it is said with file, line, what was found and which option fits. */
final class InputFile {

    /** A state holds whole documents as texts; more than this is no stack's. */
    private static final int LONGEST_TEXT = 100_000_000;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxStringLength(LONGEST_TEXT).build()).build())
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);

    private final CheckOptions options;

    InputFile(CheckOptions options) {
        this.options = options;
    }

    /** @throws InvalidProjectException when the file is missing, no JSON, or of another form than was said */
    Snapshot read() {
        String text = text();
        if (options.form() == InputForm.RESOURCES) {
            return lines(text);
        }
        JsonNode top = document(text, 1, text);
        require(top);
        return options.form() == InputForm.STACK_EXPORT
                ? new StackExport(options.shownAs()).read(top)
                : new PreviewDigest(options.shownAs()).read(top);
    }

    private Snapshot lines(String text) {
        List<JsonNode> resources = new ArrayList<>();
        List<Integer> numbers = new ArrayList<>();
        String[] lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (!lines[i].isBlank()) {
                JsonNode line = document(lines[i], i + 1, text);
                require(line);
                resources.add(line);
                numbers.add(i + 1);
            }
        }
        return new ResourceLines(options.shownAs()).read(resources, numbers);
    }

    private String text() {
        try {
            String text = Files.readString(options.file());
            if (text.isBlank()) {
                throw new InvalidProjectException(options.shownAs() + ": is empty, expected " + options.form().description());
            }
            return text.startsWith("\ufeff") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new InvalidProjectException(options.shownAs() + ": found bytes that are not UTF-8, expected "
                    + options.form().description());
        } catch (IOException e) {
            String why = Files.isDirectory(options.file()) ? "is a folder"
                    : Files.exists(options.file()) ? "cannot be read" : "not found";
            throw new InvalidProjectException(
                    options.shownAs() + ": " + why + ", expected a file with " + options.form().description());
        }
    }

    private JsonNode document(String text, int firstLine, String whole) {
        try {
            return JSON.readTree(text);
        } catch (JsonProcessingException e) {
            Optional<InputForm> other = otherForm(whole).filter(f -> f != options.form());
            if (other.isPresent()) {
                throw wrongForm(other.get().description(), other);
            }
            int line = e.getLocation() == null ? firstLine : firstLine + Math.max(e.getLocation().getLineNr(), 1) - 1;
            // The library's words may repeat what stands in the file, such as a secret; only the place is told.
            throw new InvalidProjectException(options.shownAs() + ":" + line + ": is no JSON, expected "
                    + options.form().description());
        }
    }

    /** The form of a whole document given as lines, or of lines given as a document. */
    private Optional<InputForm> otherForm(String whole) {
        try {
            String text = options.form() == InputForm.RESOURCES ? whole : whole.lines().findFirst().orElse("");
            return InputForm.of(JSON.readTree(text));
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    private void require(JsonNode top) {
        Optional<InputForm> form = InputForm.of(top);
        if (form.isEmpty() || form.get() != options.form()) {
            throw wrongForm(form.map(InputForm::description).orElse(InputForm.describe(top)), form);
        }
    }

    private InvalidProjectException wrongForm(String found, Optional<InputForm> form) {
        return new InvalidProjectException(options.shownAs() + ": found " + found + ", expected "
                + options.form().description() + form.map(f -> ": give it with " + f.option()).orElse(""));
    }
}
