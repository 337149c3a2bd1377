package dev.tandem.preview.pack;

import java.util.List;
import java.util.Map;
import pulumirpc.AnalyzerOuterClass.AnalyzerInfo;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;

/**
 * What a pack said about one stack, as it came over the wire. Immutable.
 *
 * @param info the pack and its rules
 * @param version the version in force: PulumiPolicy.yaml's, else the pack's
 * @param config level and properties of every rule
 * @param answers one for each resource, and one for the stack
 */
public record PackResult(AnalyzerInfo info, String version, Map<String, PolicyConfig> config, List<Answer> answers) {

    public PackResult {
        config = Map.copyOf(config);
        answers = List.copyOf(answers);
    }

    /**
     * The answer to one call.
     *
     * @param urn the resource asked about; the stack resource for the call about the whole stack
     * @param wholeStack whether the stack rules answered
     */
    public record Answer(String urn, boolean wholeStack, List<Violation> violations, List<NotDone> notDone) {}

    /** A violation; {@code urn} is the resource at fault, {@code level} what was in force. */
    public record Violation(String rule, String urn, boolean mandatory, String severity, String message) {}

    /** A rule that did not judge, and why. */
    public record NotDone(String rule, String reason) {}
}
