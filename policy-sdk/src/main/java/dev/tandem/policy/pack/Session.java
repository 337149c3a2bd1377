package dev.tandem.policy.pack;

import dev.tandem.policy.model.Urn;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.StackInfo;
import dev.tandem.policy.rule.UndecidedMode;
import dev.tandem.policy.waiver.WaiverRules;
import dev.tandem.policy.waiver.WaiverUse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;

/**
 * A built pack with the settings in force. Immutable but for what it remembers of waivers , slow rules and inputs: a call keeps the one it
 * started with.
 *
 * @param rules the pack's rules, and those about waivers
 * @param waivers empty when the pack knows no waivers
 * @param runner runs rules, and remembers which took too long
 * @param run what the whole run wants of undecided rules
 * @param resourceRules the enabled ones
 * @param stackRules the enabled ones of the pack itself
 * @param waiverRules the enabled ones about waivers, which come last
 * @param byType which resource rules look at a type, as far as it was asked for
 * @param inputs what programs set, as far as resources were judged
 */
record Session(
        StackInfo stack,
        Pack pack,
        List<Rule> rules,
        Optional<WaiverUse> waivers,
        RuleRunner runner,
        Optional<UndecidedMode> run,
        List<RuleSetting> resourceRules,
        List<RuleSetting> stackRules,
        List<RuleSetting> waiverRules,
        Map<String, RulesForType> byType,
        SeenInputs inputs) {

    /** More types than any provider has; a bound for those that somebody makes up. */
    private static final int MOST_TYPES = 4096;

    static Session of(
            StackInfo stack, Pack pack, Optional<UndecidedMode> run, Map<String, PolicyConfig> configured) {
        Optional<WaiverUse> waivers = pack.waivers().map(WaiverUse::new);
        List<Rule> rules = new ArrayList<>(pack.rules());
        List<String> ids = pack.rules().stream()
                .flatMap(r -> Stream.concat(Stream.of(r.id()), r.oldIds().stream()))
                .toList();
        waivers.ifPresent(use -> rules.addAll(WaiverRules.of(use, ids)));
        return of(stack, pack, List.copyOf(rules), waivers, new RuleRunner(pack.ruleTimeout()), run, configured, new SeenInputs());
    }

    Session configured(Map<String, PolicyConfig> configured) {
        return of(stack, pack, rules, waivers, runner, run, configured, inputs);
    }

    private static Session of(
            StackInfo stack,
            Pack pack,
            List<Rule> rules,
            Optional<WaiverUse> waivers,
            RuleRunner runner,
            Optional<UndecidedMode> run,
            Map<String, PolicyConfig> configured,
            SeenInputs inputs) {
        List<RuleSetting> on =
                Settings.of(pack, rules, run, configured).stream().filter(RuleSetting::isOn).toList();
        // By id: comparing records field by field makes classes at run time, which no archive has.
        Set<String> own = pack.rules().stream().map(Rule::id).collect(Collectors.toSet());
        return new Session(
                stack,
                pack,
                rules,
                waivers,
                runner,
                run,
                only(on, s -> s.rule().kind() == Rule.Kind.RESOURCE),
                only(on, s -> s.rule().kind() == Rule.Kind.STACK && own.contains(s.rule().id())),
                only(on, s -> !own.contains(s.rule().id())),
                new ConcurrentHashMap<>(),
                inputs);
    }

    private static List<RuleSetting> only(List<RuleSetting> settings, Predicate<RuleSetting> wanted) {
        return settings.stream().filter(wanted).toList();
    }

    RulesForType rulesFor(String normalizedType) {
        RulesForType known = byType.get(normalizedType);
        if (known == null) {
            known = RulesForType.of(resourceRules, normalizedType);
            if (byType.size() < MOST_TYPES) {
                byType.put(normalizedType, known);
            }
        }
        return known;
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
