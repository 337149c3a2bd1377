package dev.tandem.e2e.provider;

import com.google.protobuf.Struct;
import com.google.protobuf.util.JsonFormat;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What exists, as files in a directory, so that several provider processes and several runs share one account:
 * {@code resources/} has a file for each resource, {@code names/} one for each name that must be unique, and
 * {@code journal.txt} a line for everything that was done. Safe for several processes: a name is taken by creating its
 * file, which only one can do.
 */
public final class SimulatedAccount {

    private final Path resources;
    private final Path names;
    private final Path journal;

    /**
     * Opens an account.
     *
     * @param directory made by the first resource when it is not there
     */
    public SimulatedAccount(Path directory) {
        this.resources = directory.resolve("resources");
        this.names = directory.resolve("names");
        this.journal = directory.resolve("journal.txt");
    }

    /** A resource's place among all: its type, its region or {@code global}, and its id. */
    public record Key(String type, String scope, String id) {}

    /**
     * Takes a name for a resource.
     *
     * @return the URN that has it already, which may be the same: AWS refuses that too
     */
    Optional<String> claim(String type, String scope, String name, String urn) throws IOException {
        Files.createDirectories(names);
        Path file = nameFile(type, scope, name);
        try {
            Files.writeString(file, urn, StandardOpenOption.CREATE_NEW);
            return Optional.empty();
        } catch (FileAlreadyExistsException e) {
            return owner(type, scope, name);
        }
    }

    /** The URN that a name belongs to. */
    Optional<String> owner(String type, String scope, String name) throws IOException {
        Path file = nameFile(type, scope, name);
        return Files.exists(file) ? Optional.of(Files.readString(file)) : Optional.empty();
    }

    void release(String type, String scope, String name) throws IOException {
        Files.deleteIfExists(nameFile(type, scope, name));
    }

    void put(String action, Key key, String urn, Struct state) throws IOException {
        Files.createDirectories(resources);
        Files.writeString(resourceFile(key), JsonFormat.printer().omittingInsignificantWhitespace().print(state));
        note(action, key, urn);
    }

    Optional<Struct> get(Key key) throws IOException {
        Path file = resourceFile(key);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Struct.Builder state = Struct.newBuilder();
        JsonFormat.parser().merge(Files.readString(file), state);
        return Optional.of(state.build());
    }

    /** Removes a resource; one that is not there is noted as {@code delete-missing}, since AWS answers that all is well. */
    void remove(Key key, String urn) throws IOException {
        boolean removed = Files.deleteIfExists(resourceFile(key));
        note(removed ? "delete" : "delete-missing", key, urn);
    }

    /** How many resources exist. */
    long size() throws IOException {
        if (!Files.exists(resources)) {
            return 0;
        }
        try (Stream<Path> files = Files.list(resources)) {
            return files.count();
        }
    }

    /** What was done until now: lines of action, region or global, type, id and URN, with tabs between them. */
    List<String> journal() throws IOException {
        return Files.exists(journal) ? Files.readAllLines(journal) : List.of();
    }

    /** Adds a line to the journal. */
    public void note(String action, Key key, String urn) throws IOException {
        String line = String.join("\t", action, key.scope(), key.type(), key.id(), urn) + "\n";
        Files.write(journal, line.getBytes(StandardCharsets.UTF_8), StandardOpenOption.CREATE, StandardOpenOption.APPEND);
    }

    private Path resourceFile(Key key) {
        return resources.resolve(hash(key.type(), key.scope(), key.id()) + ".json");
    }

    private Path nameFile(String type, String scope, String name) {
        return names.resolve(hash(type, scope, name));
    }

    private static String hash(String... parts) {
        try {
            byte[] text = String.join("\n", parts).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
