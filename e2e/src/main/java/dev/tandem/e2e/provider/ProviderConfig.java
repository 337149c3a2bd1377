package dev.tandem.e2e.provider;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Struct;
import com.google.protobuf.Value;
import com.google.protobuf.util.JsonFormat;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The arguments of a provider resource. Those that are not text arrive as JSON text, as they do at the real provider. */
public final class ProviderConfig {

    private static final Pattern REGION = Pattern.compile("[a-z]{2}(-[a-z]+)+-\\d");

    private ProviderConfig() {}

    /** What is wrong with the arguments; empty when nothing is. */
    static List<Problem> check(Struct given) {
        try {
            Struct config = decode(given);
            List<Problem> problems = new ArrayList<>(ArgumentCheck.check("the aws provider", argsClass(), config));
            Value region = config.getFieldsOrDefault("region", Value.getDefaultInstance());
            if (Values.isAbsent(region)) {
                problems.add(new Problem("region", "missing required configuration key \"aws:region\": the region where AWS"
                        + " operations will take place, e.g. eu-central-1"));
            } else if (region.hasStringValue() && !Values.isUnknown(region) && !REGION.matcher(region.getStringValue()).matches()) {
                problems.add(new Problem("region", "invalid AWS region: found \"" + region.getStringValue() + "\", expected one such as eu-central-1"));
            }
            refusedAccount(config).ifPresent(problems::add);
            return problems;
        } catch (InvalidProtocolBufferException e) {
            return List.of(new Problem("", "an argument that should be JSON text is not: " + e.getMessage()));
        }
    }

    /**
     * Where a configured provider works.
     *
     * @throws IllegalArgumentException when an argument is wrong
     */
    static Place place(Struct given) {
        List<Problem> problems = check(given);
        if (!problems.isEmpty()) {
            throw new IllegalArgumentException("aws provider: " + problems.get(0).path() + ": " + problems.get(0).reason());
        }
        try {
            Struct config = decode(given);
            Map<String, String> tags = new HashMap<>();
            config.getFieldsOrDefault("defaultTags", Value.getDefaultInstance()).getStructValue()
                    .getFieldsOrDefault("tags", Value.getDefaultInstance()).getStructValue()
                    .getFieldsMap().forEach((name, value) -> tags.put(name, value.getStringValue()));
            return new Place(config.getFieldsOrThrow("region").getStringValue(), tags);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Optional<Problem> refusedAccount(Struct config) {
        List<Value> allowed = config.getFieldsOrDefault("allowedAccountIds", Value.getDefaultInstance()).getListValue().getValuesList();
        boolean refused = !allowed.isEmpty()
                && allowed.stream().noneMatch(id -> Values.isUnknown(id) || id.getStringValue().equals(Place.ACCOUNT));
        return refused
                ? Optional.of(new Problem("allowedAccountIds", "AWS account ID not allowed: found " + Place.ACCOUNT
                        + ", expected one of " + allowed.stream().map(Value::getStringValue).toList()))
                : Optional.empty();
    }

    /** The arguments, structured again where they arrived as JSON text; without those that are about the plugin. */
    public static Struct decode(Struct given) throws InvalidProtocolBufferException {
        Struct.Builder decoded = Struct.newBuilder();
        Map<String, Argument> declared = Argument.of(argsClass());
        for (Map.Entry<String, Value> entry : given.getFieldsMap().entrySet()) {
            Value value = Values.reveal(entry.getValue());
            if (entry.getKey().equals("version") || entry.getKey().equals("pluginDownloadURL")) {
                continue; // the engine's own, about the plugin
            }
            Argument argument = declared.get(entry.getKey());
            if (argument != null && argument.json() && value.hasStringValue() && !Values.isUnknown(value)) {
                Value.Builder parsed = Value.newBuilder();
                JsonFormat.parser().merge(value.getStringValue(), parsed);
                value = Values.reveal(parsed.build());
            }
            decoded.putFields(entry.getKey(), value);
        }
        return decoded.build();
    }

    private static Class<?> argsClass() {
        try {
            return SdkNames.load("com.pulumi.aws.ProviderArgs");
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("com.pulumi:aws is not on the class path", e);
        }
    }
}
