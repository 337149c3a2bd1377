package dev.tandem.policy.pack;

import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.ResourceGraph;
import dev.tandem.policy.model.Urn;
import dev.tandem.policy.rule.Evaluator;
import dev.tandem.policy.rule.Outcome;
import dev.tandem.policy.wire.ResourceDecoder;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;

/** The two judging calls. A resource is decoded once, and only when some rule looks at its type. */
final class Analyses {

    private static final String STACK_TYPE = "pulumi:pulumi:Stack";

    private Analyses() {}

    static AnalyzeResponse resource(Session session, AnalyzeRequest request) throws InterruptedException {
        String type = session.normalizedType(request);
        Diagnostics out = new Diagnostics(session, request.getUrn());
        List<RuleSetting> rules =
                session.resourceRules().stream().filter(s -> s.looksAt(type)).toList();
        session.resourceRules().stream().filter(s -> !s.looksAt(type)).forEach(s -> out.notApplicable(s.otherTypes()));
        if (!rules.isEmpty()) {
            judge(session, rules, Evaluator.of(ResourceDecoder.decode(request), session.stack()), out);
        }
        return out.response();
    }

    static AnalyzeResponse stack(Session session, AnalyzeStackRequest request) throws InterruptedException {
        if (session.stackRules().isEmpty() && session.waiverRules().isEmpty()) {
            return AnalyzeResponse.getDefaultInstance();
        }
        List<Resource> resources =
                request.getResourcesList().stream().map(ResourceDecoder::decode).toList();
        Diagnostics out = new Diagnostics(session, stackUrn(session, resources));
        Evaluator evaluator =
                Evaluator.of(ResourceGraph.of(resources, session.pack().typeNormalizer()), session.stack());
        judge(session, session.stackRules(), evaluator, out);
        // Last, when all findings have had their chance to use a waiver.
        judge(session, session.waiverRules(), evaluator, out);
        return out.response();
    }

    private static void judge(Session session, List<RuleSetting> rules, Evaluator evaluator, Diagnostics out)
            throws InterruptedException {
        List<Outcome> outcomes = session.runner().run(rules, s -> evaluator.judge(s.rule(), s.config()));
        for (int i = 0; i < rules.size(); i++) {
            out.add(rules.get(i), outcomes.get(i));
        }
    }

    /** Some engines crash on a finding without a URN, so one that is about the stack gets the stack's. */
    private static String stackUrn(Session session, Collection<Resource> resources) {
        Optional<String> listed =
                resources.stream().filter(r -> r.type().equals(STACK_TYPE)).map(Resource::urn).findFirst();
        String stack = session.stack().stack();
        String project = session.stack().project();
        return listed.or(() -> resources.stream()
                        .flatMap(r -> Urn.read(r.urn()).stream())
                        .findFirst()
                        .map(u -> stackUrn(u.stack(), u.project())))
                .orElse(stack.isEmpty() ? "" : stackUrn(stack, project));
    }

    private static String stackUrn(String stack, String project) {
        return new Urn(stack, project, STACK_TYPE, project + "-" + stack).toString();
    }
}
