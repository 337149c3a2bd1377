package dev.tandem.preview.engine;

import dev.tandem.policy.model.Value;
import dev.tandem.preview.project.InvalidProjectException;
import dev.tandem.preview.project.YamlFile;
import dev.tandem.preview.project.YamlNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What the outside world would answer in a preview of one stack: results of invokes and outputs of other stacks, from
 * {@code fixtures/<stack>.yaml}. Immutable.
 *
 * @param shownAs the file's name in messages
 * @param invokes in order; the first that fits answers
 * @param stackReferences stack name to its outputs; empty for a stack that does not exist yet
 */
record Fixtures(String shownAs, List<Answer> invokes, Map<String, Optional<Map<String, Value>>> stackReferences) {

    private static final String INVOKES = "invokes: [{token: \"aws:index/getRegion:getRegion\", result: {name: eu-central-1}}]";
    private static final String STACKS = "stackReferences: {organization/tandem/eu-central-1: {vpcId: vpc-0a1b2c}}";

    /** An invoke's result; {@code args} are those that must be equal, others are free. */
    record Answer(String token, Map<String, Value> args, Map<String, Value> result) {

        boolean fits(String asked, Map<String, Value> given) {
            return token.equals(asked)
                    && args.entrySet().stream().allMatch(e -> e.getValue().equals(unwrapped(given.get(e.getKey()))));
        }

        private static Value unwrapped(Value value) {
            return value == null ? null : value.unwrapped();
        }
    }

    /**
     * Reads the file of a stack; none is as good as an empty one.
     *
     * @throws InvalidProjectException when it has another form
     */
    static Fixtures load(Path root, String stack) {
        String shownAs = "fixtures/" + stack + ".yaml";
        Path file = root.resolve(shownAs);
        if (!Files.isRegularFile(file)) {
            return new Fixtures(shownAs, List.of(), Map.of());
        }
        return read(YamlFile.read(file, shownAs), shownAs);
    }

    static Fixtures read(YamlFile file, String shownAs) {
        file.top().entries(INVOKES).forEach((key, node) -> {
            if (!key.equals("invokes") && !key.equals("stackReferences")) {
                throw new InvalidProjectException(node.where() + ": found key '" + key
                        + "', expected 'invokes' or 'stackReferences'");
            }
        });
        List<Answer> invokes = new ArrayList<>();
        for (YamlNode node : file.top().get("invokes").items(INVOKES)) {
            YamlNode token = node.get("token");
            node.get("args").entries("args: {name: com.amazonaws.eu-central-1.s3}");
            node.get("result").entries("result: {name: eu-central-1}");
            invokes.add(new Answer(
                    token.text("aws:index/getRegion:getRegion").orElseThrow(() -> token.wrong("a token", INVOKES)),
                    fields(node.get("args")), fields(node.get("result"))));
        }
        Map<String, Optional<Map<String, Value>>> stacks = new LinkedHashMap<>();
        file.top().get("stackReferences").entries(STACKS).forEach((name, node) -> {
            node.entries(STACKS);
            stacks.put(name, node.isMissing() ? Optional.empty() : Optional.of(fields(node)));
        });
        return new Fixtures(shownAs, invokes, stacks);
    }

    /** The result for a token and arguments, if the file has one. */
    Optional<Map<String, Value>> result(String token, Map<String, Value> args) {
        return invokes.stream().filter(a -> a.fits(token, args)).findFirst().map(Answer::result);
    }

    private static Map<String, Value> fields(YamlNode node) {
        return node.isMissing() ? Map.of() : ((Value.Fields) PlainValues.of(node.plain())).values();
    }
}
