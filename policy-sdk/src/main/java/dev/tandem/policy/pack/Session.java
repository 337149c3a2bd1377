package dev.tandem.policy.pack;

import dev.tandem.policy.model.Urn;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.StackInfo;
import java.util.List;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;

/** A built pack with the settings in force. Immutable: a call keeps the one it started with. */
record Session(StackInfo stack, Pack pack, List<RuleSetting> settings) {

    /** Enabled rules of one kind. */
    List<RuleSetting> enabled(Rule.Kind kind) {
        return settings.stream().filter(s -> s.rule().kind() == kind && s.isOn()).toList();
    }

    /** The type of a resource as the pack's rules know it; read from the URN where a request leaves it out. */
    String normalizedType(AnalyzeRequest request) {
        String type = request.getType().isEmpty()
                ? Urn.read(request.getUrn()).map(Urn::type).orElse("")
                : request.getType();
        return pack.typeNormalizer().apply(type);
    }

    /** For messages: {@code name@version}. */
    String packName() {
        return pack.name() + "@" + pack.version();
    }
}
