package dev.tandem.preview.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import pulumirpc.AliasOuterClass.Alias;
import pulumirpc.Resource.RegisterResourceRequest;

/**
 * Resource options, after inheritance from the parent. Immutable.
 *
 * @param protect empty when neither the resource nor an ancestor says
 * @param retainOnDelete likewise
 * @param deleteBeforeReplace empty when not said
 * @param aliases the declared ones: a URN, or name and type of the former resource
 * @param importId the id of an existing resource to take over; empty for none
 */
public record Options(
        Optional<Boolean> protect,
        Optional<Boolean> retainOnDelete,
        Optional<Boolean> deleteBeforeReplace,
        List<String> ignoreChanges,
        List<String> replaceOnChanges,
        List<String> additionalSecretOutputs,
        List<String> aliases,
        String deletedWith,
        String importId,
        Timeouts timeouts) {

    /** No option set. */
    public static final Options NONE = new Options(Optional.empty(), Optional.empty(), Optional.empty(), List.of(),
            List.of(), List.of(), List.of(), "", "", new Timeouts(0, 0, 0, 0));

    /** Limits in seconds, 0 when not set. */
    public record Timeouts(double create, double update, double delete, double read) {}

    private static final Pattern DURATION_PART = Pattern.compile("(\\d+(?:\\.\\d+)?)(h|ms|m|s|us|ns)");

    /** The options of a request; {@code parent} null when it has none. */
    static Options of(RegisterResourceRequest request, Options parent) {
        List<String> aliases = new ArrayList<>(request.getAliasURNsList());
        request.getAliasesList().forEach(a -> aliases.add(describe(a)));
        Optional<Boolean> protect = request.hasProtect() ? Optional.of(request.getProtect()) : Optional.empty();
        Optional<Boolean> retain =
                request.hasRetainOnDelete() ? Optional.of(request.getRetainOnDelete()) : Optional.empty();
        boolean replaceFirst = request.getDeleteBeforeReplaceDefined() || request.getDeleteBeforeReplace();
        var timeouts = request.getCustomTimeouts();
        return new Options(
                protect.or(() -> parent == null ? Optional.empty() : parent.protect()),
                retain.or(() -> parent == null ? Optional.empty() : parent.retainOnDelete()),
                replaceFirst ? Optional.of(request.getDeleteBeforeReplace()) : Optional.empty(),
                request.getIgnoreChangesList(),
                request.getReplaceOnChangesList(),
                request.getAdditionalSecretOutputsList(),
                aliases,
                request.getDeletedWith().isEmpty() && parent != null ? parent.deletedWith() : request.getDeletedWith(),
                request.getImportId(),
                new Timeouts(seconds(timeouts.getCreate()), seconds(timeouts.getUpdate()),
                        seconds(timeouts.getDelete()), seconds(timeouts.getRead())));
    }

    private static String describe(Alias alias) {
        return alias.hasUrn() ? alias.getUrn() : alias.getSpec().getType() + "::" + alias.getSpec().getName();
    }

    /** Seconds of a duration such as {@code 1h30m} or {@code 90s}; 0 when empty. */
    static double seconds(String duration) {
        Matcher part = DURATION_PART.matcher(duration);
        double total = 0;
        int end = 0;
        while (part.find() && part.start() == end) {
            end = part.end();
            total += Double.parseDouble(part.group(1)) * unit(part.group(2));
        }
        if (end != duration.length()) {
            throw new RefusedException(RefusedException.Kind.PROGRAM, "custom timeout '" + duration
                    + "': expected a duration such as 90s, 15m or 1h30m");
        }
        return total;
    }

    private static double unit(String name) {
        return switch (name) {
            case "h" -> Duration.ofHours(1).toSeconds();
            case "m" -> Duration.ofMinutes(1).toSeconds();
            case "s" -> 1;
            case "ms" -> 1e-3;
            case "us" -> 1e-6;
            default -> 1e-9;
        };
    }
}
