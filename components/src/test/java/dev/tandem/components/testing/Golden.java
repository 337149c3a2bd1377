package dev.tandem.components.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonParser;
import com.google.gson.JsonSerializer;
import dev.tandem.components.network.Ipv4Cidr;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Compares plain data with a file under {@code src/test/resources/golden}. After a wanted change, run the test with {@code
 * -Dgolden.update=true} and read the difference before committing it.
 */
public final class Golden {

    private static final Path DIRECTORY = Path.of("src", "test", "resources", "golden");
    private static final Gson GSON = new GsonBuilder()
            .setPrettyPrinting()
            .disableHtmlEscaping()
            .registerTypeHierarchyAdapter(Optional.class, (JsonSerializer<Optional<?>>) (value, type, context) ->
                    value.isPresent() ? context.serialize(value.get()) : JsonNull.INSTANCE)
            .registerTypeHierarchyAdapter(java.time.ZoneId.class, (JsonSerializer<java.time.ZoneId>)
                    (zone, type, context) -> context.serialize(zone.getId()))
            .registerTypeAdapter(Ipv4Cidr.class, (JsonSerializer<Ipv4Cidr>)
                    (cidr, type, context) -> context.serialize(cidr.toString()))
            .create();

    private Golden() {}

    /** Fails unless the data, printed as JSON, is what the file says. */
    public static void assertMatches(String file, Object data) {
        assertText(file, GSON.toJson(data) + "\n");
    }

    /** Fails unless the JSON text, indented, is what the file says; nulls in it count. */
    public static void assertJsonMatches(String file, String json) {
        JsonElement element = JsonParser.parseString(json);
        assertText(file, GSON.newBuilder().serializeNulls().create().toJson(element) + "\n");
    }

    private static void assertText(String file, String actual) {
        Path path = DIRECTORY.resolve(file);
        try {
            if (Boolean.getBoolean("golden.update")) {
                Files.createDirectories(path.getParent());
                Files.writeString(path, actual);
            }
            assertThat(path).as("golden file; make it with -Dgolden.update=true").exists();
            assertThat(actual).as("what %s says", path).isEqualTo(Files.readString(path));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
