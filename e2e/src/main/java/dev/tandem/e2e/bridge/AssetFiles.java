package dev.tandem.e2e.bridge;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import dev.tandem.e2e.provider.Values;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * Files for assets and archives: Terraform takes paths. They are named after the engine's hash of what they hold, which is
 * all that it sends when it asks for a difference.
 */
final class AssetFiles {

    /** The earliest day that a zip file can say. */
    private static final long NO_TIME = 315_532_800_000L;

    private final Path directory;

    /**
     * Files in a directory.
     *
     * @param directory made when it is not there
     */
    AssetFiles(Path directory) {
        this.directory = directory;
    }

    /** The file of an asset, or the zip file of an archive; it is written when the content is there too. */
    String path(Value assetOrArchive) {
        Struct given = assetOrArchive.getStructValue();
        Path file = directory.resolve(given.getFieldsOrThrow("hash").getStringValue() + (Values.isArchive(assetOrArchive) ? ".zip" : ""));
        try {
            Optional<byte[]> content = given.containsFields("assets")
                    ? Optional.of(zip(given.getFieldsOrThrow("assets").getStructValue())) : bytes(given);
            if (content.isPresent() && !Files.exists(file)) {
                Files.createDirectories(directory);
                Path unfinished = Files.createTempFile(directory, "", ".part");
                Files.write(unfinished, content.get());
                Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return file.toString();
        } catch (IOException e) {
            throw new UncheckedIOException("the file of an asset cannot be read or written: " + e.getMessage(), e);
        }
    }

    private static byte[] zip(Struct entries) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            for (Map.Entry<String, Value> entry : new TreeMap<>(entries.getFieldsMap()).entrySet()) {
                ZipEntry file = new ZipEntry(entry.getKey());
                file.setTime(NO_TIME);
                zip.putNextEntry(file);
                zip.write(bytes(entry.getValue().getStructValue()).orElseThrow(() -> new IllegalArgumentException(
                        "found " + entry.getKey() + " without content in an archive, expected a text or a path to a file")));
                zip.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    private static Optional<byte[]> bytes(Struct asset) throws IOException {
        if (asset.containsFields("text")) {
            return Optional.of(asset.getFieldsOrThrow("text").getStringValue().getBytes(StandardCharsets.UTF_8));
        }
        return asset.containsFields("path")
                ? Optional.of(Files.readAllBytes(Path.of(asset.getFieldsOrThrow("path").getStringValue()))) : Optional.empty();
    }
}
