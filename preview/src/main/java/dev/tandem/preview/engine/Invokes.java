package dev.tandem.preview.engine;

import dev.tandem.policy.model.Value;
import dev.tandem.preview.engine.RefusedException.Kind;
import dev.tandem.preview.project.Stack;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Answers a program's questions to the world outside: from the stack's fixture file, else, for the few read-only
 * functions of AWS whose answer follows from configuration, from that. Nothing else is guessed. Immutable.
 */
final class Invokes {

    private static final String READ_STACK_OUTPUTS = "pulumi:pulumi:readStackOutputs";
    private static final Pattern ACCOUNT = Pattern.compile("arn:aws:iam::(\\d{12}):");

    private final Fixtures fixtures;
    private final Stack stack;

    Invokes(Fixtures fixtures, Stack stack) {
        this.fixtures = fixtures;
        this.stack = stack;
    }

    /**
     * The result of a function.
     *
     * @param region of the provider that would be asked, empty when unknown
     * @throws RefusedException naming token, arguments, the fixture file and what to add to it
     */
    Map<String, Value> invoke(String token, Map<String, Value> args, Optional<String> region) {
        if (token.equals(READ_STACK_OUTPUTS)) {
            return stackOutputs(text(args.get("name")).orElse(""));
        }
        return fixtures.result(token, args)
                .or(() -> fromConfiguration(token, region))
                .orElseThrow(() -> missing(token, args));
    }

    /** Name, outputs and the names of secret outputs of another stack, as a StackReference has them. */
    Map<String, Value> stackOutputs(String name) {
        Optional<Map<String, Value>> outputs = fixtures.stackReferences().get(name);
        if (outputs == null) {
            throw new RefusedException(Kind.CONFIGURATION, "the program reads the outputs of stack '" + name + "', and "
                    + fixtures.shownAs() + " has none of them: expected there, for instance\n  stackReferences:\n    "
                    + name + ":\n      vpcId: vpc-0a1b2c    # an empty value says that the stack does not exist yet");
        }
        Map<String, Value> known = outputs.orElseThrow(
                () -> new RefusedException(Kind.PROGRAM, "unknown stack \"" + name + "\""));
        Map<String, Value> out = new LinkedHashMap<>();
        out.put("name", new Value.Text(name));
        out.put("outputs", new Value.Fields(known));
        out.put("secretOutputNames", new Value.Items(List.of()));
        return out;
    }

    private Optional<Map<String, Value>> fromConfiguration(String token, Optional<String> region) {
        return switch (token) {
            case "aws:index/getPartition:getPartition" -> Optional.of(texts(Map.of("id", "aws", "partition", "aws",
                    "dnsSuffix", "amazonaws.com", "reverseDnsPrefix", "com.amazonaws")));
            case "aws:index/getRegion:getRegion" -> region.map(r -> texts(Map.of("id", r, "name", r,
                    "endpoint", "ec2." + r + ".amazonaws.com", "description", r)));
            case "aws:index/getAvailabilityZones:getAvailabilityZones" -> region.map(Invokes::zones);
            case "aws:index/getCallerIdentity:getCallerIdentity" -> account().map(a -> texts(Map.of("id", a,
                    "accountId", a, "arn", "arn:aws:sts::" + a + ":assumed-role/preview/offline", "userId", "offline")));
            default -> Optional.empty();
        };
    }

    /** The account of the first role or policy ARN in the configuration, such as the permissions boundary's. */
    private Optional<String> account() {
        return stack.config().values().stream()
                .filter(v -> !v.secret())
                .map(v -> ACCOUNT.matcher(v.text()))
                .filter(Matcher::find)
                .map(m -> m.group(1))
                .findFirst();
    }

    private static Map<String, Value> zones(String region) {
        List<Value> names = List.of(new Value.Text(region + "a"), new Value.Text(region + "b"), new Value.Text(region + "c"));
        return Map.of("id", new Value.Text(region), "names", new Value.Items(names), "state", new Value.Text("available"));
    }

    private RefusedException missing(String token, Map<String, Value> args) {
        String shown = PlainValues.show(args);
        return new RefusedException(Kind.CONFIGURATION, "the program calls the function '" + token + "' with " + shown
                + ", and " + fixtures.shownAs() + " does not say what it returns: expected there, for instance\n"
                + "  invokes:\n    - token: " + token + "\n"
                + (args.isEmpty() ? "" : "      args: " + shown + "\n") + "      result: {name: value}");
    }

    private static Map<String, Value> texts(Map<String, String> texts) {
        Map<String, Value> out = new LinkedHashMap<>();
        texts.forEach((k, v) -> out.put(k, new Value.Text(v)));
        return out;
    }

    private static Optional<String> text(Value value) {
        return value != null && value.unwrapped() instanceof Value.Text t ? Optional.of(t.value()) : Optional.empty();
    }
}
