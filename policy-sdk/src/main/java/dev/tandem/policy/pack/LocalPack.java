package dev.tandem.policy.pack;

import dev.tandem.policy.PublicApi;
import dev.tandem.policy.rule.StackInfo;
import java.util.Map;
import java.util.Optional;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerInfo;
import pulumirpc.AnalyzerOuterClass.PolicyConfig;
import pulumirpc.AnalyzerOuterClass.RemediateResponse;

/**
 * A pack that is asked in this process what an engine would ask over the network: the same messages, decoders, levels,
 * waivers and time limits. For tests and for runs without an engine. Thread-safe.
 *
 * <pre>{@code
 * LocalPack pack = LocalPack.of(stack -> ShopPolicies.pack());
 * AnalyzeResponse said = pack.analyze(request);
 * }</pre>
 */
@PublicApi
public final class LocalPack {

    private final PackState state;

    private LocalPack(PackState state) {
        this.state = state;
    }

    /**
     * Builds the pack without a stack.
     *
     * @param factory builds the pack, here and whenever {@link #stack} is told
     * @return the pack, configured by its own defaults
     * @throws IllegalArgumentException what the factory or {@link Pack.Builder#build} throws
     */
    public static LocalPack of(PackFactory factory) {
        PackState state = new PackState(factory, StackInfo.NONE, Optional.empty());
        state.session();
        return new LocalPack(state);
    }

    /** {@return the pack as it is built for the stack told last} */
    public Pack pack() {
        return state.session().pack();
    }

    /** {@return what the pack says of itself and its rules, those about waivers included} */
    public AnalyzerInfo info() {
        return InfoMessages.of(state.session());
    }

    /**
     * Tells about the stack, for which the pack is built again; as {@code ConfigureStack}.
     *
     * @param stack handed to the factory
     * @throws IllegalArgumentException what the factory or {@link Pack.Builder#build} throws
     */
    public void stack(StackInfo stack) {
        state.stack(stack);
    }

    /**
     * Configures rules, by id; as {@code Configure}. What is not named keeps its own level and default configuration.
     *
     * @param byRule replaces what was configured before
     * @throws IllegalArgumentException naming rule, property path, what was found and what is allowed
     */
    public void configure(Map<String, PolicyConfig> byRule) {
        state.configure(byRule);
    }

    /**
     * Mends one resource by its inputs.
     *
     * @param request as from an engine
     * @return the changes that rules of level {@code remediate} want
     * @throws InterruptedException when the thread is interrupted while rules run
     */
    public RemediateResponse remediate(AnalyzeRequest request) throws InterruptedException {
        return Waiting.forAnswer(answer -> Remediations.remediate(state.session(), request, answer));
    }

    /**
     * Judges one resource by its inputs.
     *
     * @param request as from an engine
     * @return the violations, and which rules did not apply
     * @throws InterruptedException when the thread is interrupted while rules run
     */
    public AnalyzeResponse analyze(AnalyzeRequest request) throws InterruptedException {
        return Waiting.forAnswer(answer -> Analyses.resource(state.session(), request, answer));
    }

    /**
     * Judges the resources of a stack together by their outputs; last, since it also tells which waivers were of no use.
     *
     * @param request as from an engine
     * @return the violations, and which rules did not apply
     * @throws InterruptedException when the thread is interrupted while rules run
     */
    public AnalyzeResponse analyzeStack(AnalyzeStackRequest request) throws InterruptedException {
        return Waiting.forAnswer(answer -> Analyses.stack(state.session(), request, answer));
    }
}
