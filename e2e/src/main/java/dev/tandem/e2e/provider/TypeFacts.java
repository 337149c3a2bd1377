package dev.tandem.e2e.provider;

import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What the SDK's classes do not say of a resource type; the file {@code types.txt} explains the columns.
 *
 * @param unique the scope and the arguments that tell two resources apart, empty when nothing does
 * @param id template of the id
 * @param arn template of the ARN, {@code -} for none
 * @param replacedBy the arguments whose change replaces the resource
 */
record TypeFacts(List<String> unique, String id, String arn, List<String> replacedBy) {

    private static final Map<String, TypeFacts> LISTED = read();

    /** The facts of a type; of one that is not listed, what is usual. */
    static TypeFacts of(ResourceShape shape) {
        TypeFacts listed = LISTED.get(shape.token());
        if (listed != null) {
            return listed;
        }
        String[] parts = shape.token().split("[:/]");
        String arn = "arn:aws:" + parts[1] + ":{region}:{account}:" + parts[2].toLowerCase() + "/{id}";
        return shape.arguments().containsKey("name")
                ? new TypeFacts(List.of("region", "name"), "{name}", arn, List.of("name", "namePrefix"))
                : new TypeFacts(List.of(), "{hex17}", arn, List.of());
    }

    static Map<String, TypeFacts> listed() {
        return LISTED;
    }

    /** Whether a change of this argument replaces the resource. */
    boolean replaces(String argument) {
        return replacedBy.contains(argument) || replacedBy.contains("*") && !replacedBy.contains("!" + argument);
    }

    /**
     * What must be unique in the account.
     *
     * @return such as {@code vpcId=vpc-1, name=web}; null when nothing must, when a part of it is not known yet, or when
     *     the last part is still to be made from a prefix
     */
    String uniqueName(Struct inputs) {
        if (unique.isEmpty() || inputs.containsFields(unique.get(unique.size() - 1) + "Prefix")
                && !inputs.containsFields(unique.get(unique.size() - 1))) {
            return null;
        }
        List<String> parts = unique.stream().skip(1).map(argument -> part(inputs, argument)).toList();
        return parts.contains("?") ? null : String.join(", ", parts.stream().filter(part -> !part.isEmpty()).toList());
    }

    boolean isGlobal() {
        return !unique.isEmpty() && unique.get(0).equals("global");
    }

    private static String part(Struct inputs, String argument) {
        Struct within = inputs;
        String[] path = argument.split("\\.");
        for (int i = 0; i < path.length - 1; i++) {
            within = within.getFieldsOrDefault(path[i], Value.getDefaultInstance()).getStructValue();
        }
        String last = path[path.length - 1];
        Value value = Values.reveal(within.getFieldsOrDefault(last, Value.getDefaultInstance()));
        if (Values.isAbsent(value)) {
            return "";
        }
        String text = Objects.requireNonNullElseGet(Values.text(within, last), () -> String.valueOf(value.hashCode()));
        return Values.holdsUnknown(value) ? "?" : argument + "=" + text;
    }

    private static Map<String, TypeFacts> read() {
        Map<String, TypeFacts> facts = new HashMap<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(TypeFacts.class.getResourceAsStream("types.txt")), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] columns = line.strip().split("\\s+\\|\\s+");
                    facts.put(columns[0], new TypeFacts(words(columns[1]), columns[2], columns[3], words(columns[4])));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return facts;
    }

    private static List<String> words(String column) {
        return column.equals("-") ? List.of() : Stream.of(column.split("\\s+")).toList();
    }
}
