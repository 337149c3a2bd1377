package dev.tandem.policy.pack;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Value;
import dev.tandem.policy.model.Values;
import dev.tandem.policy.rule.EnforcementLevel;
import dev.tandem.policy.rule.Rule;
import dev.tandem.policy.rule.UndecidedMode;
import dev.tandem.policy.waiver.WaiverRules;
import dev.tandem.policy.waiver.Waivers;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/**
 * A named, versioned set of rules. Immutable, and thread-safe if its rules are.
 *
 * <pre>{@code
 * Pack pack = Pack.named("shop", "1.0.0")
 *         .defaultLevel(EnforcementLevel.MANDATORY)
 *         .rule(NO_PUBLIC_BUCKET)
 *         .waivers(Waivers.of(WaiverFile.read(Path.of("waivers.yaml"))).withLongest(Period.ofMonths(6)))
 *         .build();
 * }</pre>
 *
 * @param name {@code [a-zA-Z0-9-_.]{1,100}}
 * @param version a semantic version
 * @param displayName may be empty
 * @param description may be empty
 * @param defaultLevel of rules that name none
 * @param rules with distinct ids
 * @param typeNormalizer maps type tokens of several providers to one, applied to resources and to the rules' types
 * @param undecided what the engine is told of undecided rules, unless a rule's configuration says otherwise
 * @param ruleTimeout how long one rule may take for one resource, or for the stack
 * @param waivers findings that do not stop a deployment; empty when the pack knows no waivers
 * @param initialConfig rule id to configuration properties that hold unless configured otherwise
 */
@PublicApi
public record Pack(
        String name,
        String version,
        String displayName,
        String description,
        EnforcementLevel defaultLevel,
        List<Rule> rules,
        UnaryOperator<String> typeNormalizer,
        UndecidedMode undecided,
        Duration ruleTimeout,
        Optional<Waivers> waivers,
        Map<String, Map<String, Object>> initialConfig) {

    /**
     * Copies rules and configuration, and judges nothing: {@link Builder#build} does.
     *
     * @param name for the engine
     * @param version a semantic version
     * @param displayName for people
     * @param description what the pack is for
     * @param defaultLevel of rules that name none
     * @param rules with distinct ids
     * @param typeNormalizer maps type tokens
     * @param undecided of rules that say nothing of it
     * @param ruleTimeout more than nothing
     * @param waivers empty for none
     * @param initialConfig by rule id
     */
    public Pack {
        rules = List.copyOf(rules);
        initialConfig = Map.copyOf(initialConfig);
    }

    /**
     * Starts a pack; name and version are judged by {@link Builder#build}.
     *
     * @param name {@code [a-zA-Z0-9-_.]{1,100}}
     * @param version such as {@code 1.0.0} or {@code 1.1.0-rc.1}
     * @return a builder
     */
    public static Builder named(String name, String version) {
        return new Builder(name, version);
    }

    /**
     * {@return the same pack with other waivers, as a test with a clock of its own wants them}
     *
     * @param other in place of its own
     */
    public Pack withWaivers(Waivers other) {
        return new Pack(
                name, version, displayName, description, defaultLevel, rules, typeNormalizer, undecided, ruleTimeout,
                Optional.of(other), initialConfig);
    }

    /** Builds a {@link Pack}, see there for an example. Not thread-safe. */
    public static final class Builder {
        private static final Pattern NAME = Pattern.compile("[a-zA-Z0-9-_.]{1,100}");
        private static final Pattern SEMVER = Pattern.compile(
                "(0|[1-9]\\d*)\\.(0|[1-9]\\d*)\\.(0|[1-9]\\d*)(-[0-9A-Za-z-]+(\\.[0-9A-Za-z-]+)*)?");
        private final String name;
        private final String version;
        private final List<Rule> rules = new ArrayList<>();
        private final Map<String, Map<String, Object>> initialConfig = new LinkedHashMap<>();
        private String displayName = "";
        private String description = "";
        private EnforcementLevel defaultLevel = EnforcementLevel.ADVISORY;
        private UnaryOperator<String> typeNormalizer = UnaryOperator.identity();
        private UndecidedMode undecided = UndecidedMode.SILENT;
        private Duration ruleTimeout = Duration.ofSeconds(60);
        private Waivers waivers;
        private boolean reportUnmatched;

        private Builder(String name, String version) {
            this.name = name;
            this.version = version;
        }

        /**
         * The name to show; none by default.
         *
         * @param displayName for people
         * @return this builder
         */
        public Builder displayName(String displayName) {
            this.displayName = displayName;
            return this;
        }

        /**
         * What the pack is for; none by default.
         *
         * @param description for people
         * @return this builder
         */
        public Builder description(String description) {
            this.description = description;
            return this;
        }

        /**
         * The level of rules that name none; {@link EnforcementLevel#ADVISORY} by default.
         *
         * @param level weaker than a rule's own
         * @return this builder
         */
        public Builder defaultLevel(EnforcementLevel level) {
            this.defaultLevel = level;
            return this;
        }

        /**
         * Maps type tokens of several providers to one, so that one rule serves all; none by default. Applied to resources
         * and to the rules' own types. Must be thread-safe.
         *
         * @param normalizer returns a token that it does not know as it is
         * @return this builder
         */
        public Builder typeNormalizer(UnaryOperator<String> normalizer) {
            this.typeNormalizer = normalizer;
            return this;
        }

        /**
         * What the engine is told of undecided rules; {@link UndecidedMode#SILENT} by default.
         *
         * @param mode weaker than a rule's own
         * @return this builder
         */
        public Builder undecided(UndecidedMode mode) {
            this.undecided = mode;
            return this;
        }

        /**
         * How long one rule may take for one resource, or for the stack; 60 seconds by default.
         *
         * @param limit more than nothing
         * @return this builder
         */
        public Builder ruleTimeout(Duration limit) {
            this.ruleTimeout = limit;
            return this;
        }

        /**
         * Honours waivers and a baseline, and adds the rules of {@link WaiverRules} about them.
         *
         * @param waivers replaces those set before
         * @return this builder
         */
        public Builder waivers(Waivers waivers) {
            this.waivers = waivers;
            return this;
        }

        /**
         * Configuration that holds unless it is configured otherwise, stronger than the defaults of the rule's schema.
         *
         * @param ruleId of a rule of this pack
         * @param properties plain maps, lists and scalars
         * @return this builder
         * @throws IllegalArgumentException later, from {@link #build}, when the pack has no such rule, or the rule cannot
         *     be configured so
         */
        public Builder initialConfig(String ruleId, Map<String, Object> properties) {
            initialConfig.put(ruleId, properties);
            return this;
        }

        /**
         * Adds a rule.
         *
         * @param rule of an id that no other has
         * @return this builder
         */
        public Builder rule(Rule rule) {
            rules.add(rule);
            return this;
        }

        /**
         * Adds rules.
         *
         * @param more of ids that no others have
         * @return this builder
         */
        public Builder rules(List<Rule> more) {
            rules.addAll(more);
            return this;
        }

        /**
         * Adds the rule {@link UnmatchedRule#ID}, which tells every resource rule that no resource matched. Without this
         * it is there only for type tokens that are not {@code package:module:Type}.
         *
         * @return this builder
         */
        public Builder reportUnmatched() {
            this.reportUnmatched = true;
            return this;
        }

        /**
         * {@return the pack}
         *
         * @throws IllegalArgumentException naming what is wrong: name, version, two rules of one id, initial configuration
         */
        public Pack build() {
            if (!NAME.matcher(name).matches()) {
                throw new IllegalArgumentException("pack name '" + name + "': expected " + NAME.pattern());
            }
            if (!SEMVER.matcher(version).matches()) {
                throw new IllegalArgumentException("pack '" + name + "': version '" + version
                        + "' is no semantic version, expected for instance 1.0.0 or 1.1.0-rc.1");
            }
            if (ruleTimeout.isNegative() || ruleTimeout.isZero()) {
                throw new IllegalArgumentException(
                        "pack '" + name + "': rule timeout is " + ruleTimeout + ", expected more than nothing");
            }
            UnmatchedRule.of(rules, reportUnmatched).ifPresent(rules::add);
            Set<String> seen = new HashSet<>(
                    waivers == null ? Set.of() : Set.of(WaiverRules.INVALID, WaiverRules.STALE));
            for (Rule rule : rules) {
                if (!seen.add(rule.id())) {
                    throw new IllegalArgumentException("pack '" + name + "': two rules are called '" + rule.id() + "'");
                }
            }
            for (Rule rule : rules) {
                for (String old : rule.oldIds()) {
                    if (!seen.add(old)) {
                        throw new IllegalArgumentException("pack '" + name + "': rule '" + rule.id() + "' has the old id '"
                                + old + "', which another rule has too");
                    }
                }
            }
            initialConfig.forEach((id, properties) -> {
                Rule rule = rules.stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow(
                        () -> new IllegalArgumentException(
                                "pack '" + name + "': initial configuration for '" + id + "', but no rule has this id"));
                Map<String, Value> all = rule.defaultConfig();
                all.putAll(Values.fields(properties));
                rule.requireValidConfig(Property.root(all));
            });
            return new Pack(
                    name, version, displayName, description, defaultLevel, rules, typeNormalizer, undecided,
                    ruleTimeout, Optional.ofNullable(waivers), initialConfig);
        }
    }
}
