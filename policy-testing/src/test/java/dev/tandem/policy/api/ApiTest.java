package dev.tandem.policy.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What users may rely on is what the committed lists say, see VERSIONING.md. */
class ApiTest {

    private static final Path SDK = Path.of("..", "policy-sdk", "api.txt");
    private static final Path TESTING = Path.of("api.txt");

    @Test
    void theSdkIsWhatItsListSays() throws Exception {
        compare(SDK, ApiText.of(PublicTypes.ofSdk()));
    }

    @Test
    void theHarnessIsWhatItsListSays() throws Exception {
        compare(TESTING, ApiText.of(PublicTypes.ofTesting()));
    }

    private static void compare(Path file, List<String> now) throws Exception {
        if (Boolean.getBoolean("api.write")) {
            Files.write(file, now);
        }
        List<String> promised = Files.readAllLines(file);
        List<String> gone = without(qualified(promised), qualified(now));
        List<String> added = without(qualified(now), qualified(promised));
        if (!gone.isEmpty() || !added.isEmpty()) {
            fail(file + " and the classes differ.\nremoved or changed, which breaks users:" + lines(gone)
                    + "\nadded, which is compatible:" + lines(added)
                    + "\nFix: undo it, or write the list anew as VERSIONING.md says and commit it with the change.");
        }
        assertThat(promised).as(file + ": order").isEqualTo(now);
    }

    /** A member with its type in front, for two types may have the same one. */
    private static List<String> qualified(List<String> lines) {
        List<String> out = new ArrayList<>();
        String type = "";
        for (String line : lines) {
            type = line.startsWith(" ") ? type : line;
            out.add(line.startsWith(" ") ? type + line : line);
        }
        return out;
    }

    private static List<String> without(List<String> these, List<String> those) {
        List<String> out = new ArrayList<>(these);
        out.removeAll(Set.copyOf(those));
        return out;
    }

    private static String lines(List<String> some) {
        return some.isEmpty() ? " nothing" : "\n  " + String.join("\n  ", some);
    }

    @Test
    void noPublicSignatureNamesAnInternalType() throws Exception {
        List<Class<?>> types = new ArrayList<>(PublicTypes.ofSdk());
        types.addAll(PublicTypes.ofTesting());
        Set<String> known = types.stream().map(Class::getName).collect(Collectors.toSet());
        // A rule may name a typed resource, and a report may be written into a larger JSON document. The engine's own messages
        // are part of the harness, which builds them; the SDK hides them.
        assertThat(foreign(ApiText.of(PublicTypes.ofSdk()), known))
                .containsExactly("com.fasterxml.jackson.core.JsonGenerator", "com.pulumi.resources.Resource");
        assertThat(foreign(ApiText.of(PublicTypes.ofTesting()), known))
                .allMatch(name -> name.startsWith("pulumirpc.") || name.startsWith("org.junit.jupiter.api.extension."));
    }

    /** Names of types that are neither Java's nor promised. */
    private static Set<String> foreign(List<String> lines, Set<String> known) {
        Pattern name = Pattern.compile("[a-z][\\w]*(?:\\.[a-z]\\w*)+\\.[A-Z][\\w$]*");
        return lines.stream()
                .flatMap(line -> name.matcher(line).results().map(MatchResult::group))
                .filter(n -> !n.startsWith("java.") && !known.contains(n))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
