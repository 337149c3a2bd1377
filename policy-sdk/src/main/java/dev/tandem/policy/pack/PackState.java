package dev.tandem.policy.pack;

import dev.tandem.policy.model.Redaction;
import dev.tandem.policy.rule.StackInfo;
import dev.tandem.policy.rule.UndecidedMode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;

/**
 * Builds the pack when it is first needed, and again when the engine tells about the stack. Configuration is kept over
 * a rebuild. Thread-safe; a failed change leaves what was there.
 */
final class PackState {

    private final PackFactory factory;
    private final Optional<UndecidedMode> run;
    private StackInfo stack;
    private Map<String, PolicyConfig> configured = Map.of();
    private volatile Session session;
    private volatile Redaction redaction;

    /** @param run what the whole run wants of undecided rules */
    PackState(PackFactory factory, StackInfo stack, Optional<UndecidedMode> run) {
        this.factory = factory;
        this.stack = stack;
        this.run = run;
        this.redaction = Redaction.of(List.of(), stack.secrets());
    }

    Session session() {
        Session now = session;
        return now != null ? now : build();
    }

    /** For messages, without building anything. */
    String name() {
        Session now = session;
        return now == null ? "(not built yet)" : now.packName();
    }

    private synchronized Session build() {
        if (session == null) {
            session = build(stack);
        }
        return session;
    }

    /** Takes the secrets of the stack's configuration out of a text, also while no pack could be built for it. */
    String redact(String text) {
        return redaction.apply(text);
    }

    synchronized void stack(StackInfo told) {
        redaction = Redaction.of(List.of(), told.secrets());
        if (session == null || !told.equals(stack)) {
            session = build(told);
            stack = told;
        }
    }

    synchronized void configure(Map<String, PolicyConfig> wanted) {
        Session now = session();
        session = now.configured(wanted);
        configured = Map.copyOf(wanted);
    }

    private Session build(StackInfo info) {
        Pack pack = factory.create(info);
        if (pack == null) {
            throw new IllegalArgumentException("the pack factory returned no pack");
        }
        return Session.of(info, pack, run, configured);
    }
}
