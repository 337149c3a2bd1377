package dev.tandem.policy.pack;

import dev.tandem.policy.model.Urn;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.StackInfo;
import dev.tandem.policy.waiver.WaiverRules;
import dev.tandem.policy.waiver.WaiverUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;

/**
 * A built pack with the settings in force. Immutable but for what it remembers of waivers: a call keeps the one it
 * started with.
 *
 * @param rules the pack's rules, and those about waivers
 * @param waivers empty when the pack knows no waivers
 * @param resourceRules the enabled ones
 * @param stackRules the enabled ones, those about waivers last
 */
record Session(
        StackInfo stack,
        Pack pack,
        List<Rule> rules,
        Optional<WaiverUse> waivers,
        List<RuleSetting> resourceRules,
        List<RuleSetting> stackRules) {

    static Session of(StackInfo stack, Pack pack, Map<String, PolicyConfig> configured) {
        Optional<WaiverUse> waivers = pack.waivers().map(WaiverUse::new);
        List<Rule> rules = new ArrayList<>(pack.rules());
        List<String> ids = pack.rules().stream()
                .flatMap(r -> Stream.concat(Stream.of(r.id()), r.oldIds().stream()))
                .toList();
        waivers.ifPresent(use -> rules.addAll(WaiverRules.of(use, ids)));
        return of(stack, pack, List.copyOf(rules), waivers, configured);
    }

    Session configured(Map<String, PolicyConfig> configured) {
        return of(stack, pack, rules, waivers, configured);
    }

    private static Session of(
            StackInfo stack, Pack pack, List<Rule> rules, Optional<WaiverUse> waivers, Map<String, PolicyConfig> configured) {
        List<RuleSetting> on =
                Settings.of(pack, rules, configured).stream().filter(RuleSetting::isOn).toList();
        return new Session(stack, pack, rules, waivers, ofKind(on, Rule.Kind.RESOURCE), ofKind(on, Rule.Kind.STACK));
    }

    private static List<RuleSetting> ofKind(List<RuleSetting> settings, Rule.Kind kind) {
        return settings.stream().filter(s -> s.rule().kind() == kind).toList();
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
