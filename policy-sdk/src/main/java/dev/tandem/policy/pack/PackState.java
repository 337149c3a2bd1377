package dev.tandem.policy.pack;

import dev.tandem.policy.rule.StackInfo;
import java.util.Map;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;

/**
 * Builds the pack when it is first needed, and again when the engine tells about the stack. Configuration is kept over
 * a rebuild. Thread-safe; a failed change leaves what was there.
 */
final class PackState {

    private final PackFactory factory;
    private StackInfo stack;
    private Map<String, PolicyConfig> configured = Map.of();
    private volatile Session session;

    PackState(PackFactory factory, StackInfo stack) {
        this.factory = factory;
        this.stack = stack;
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

    synchronized void stack(StackInfo told) {
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
        return Session.of(info, pack, configured);
    }
}
