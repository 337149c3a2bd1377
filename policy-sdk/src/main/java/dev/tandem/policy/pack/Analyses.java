package dev.tandem.policy.pack;

import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.ResourceGraph;
import dev.tandem.policy.model.Urn;
import dev.tandem.policy.rule.Evaluator;
import dev.tandem.policy.wire.ResourceDecoder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;

/** The two judging calls. A resource is decoded once, however many rules look at it. */
final class Analyses {

    private static final String STACK_TYPE = "pulumi:pulumi:Stack";

    private Analyses() {}

    static void resource(Session session, AnalyzeRequest request, Answer<AnalyzeResponse> answer) {
        resource(session, ResourceDecoder.decode(request), answer);
    }

    static void resource(Session session, Resource resource, Answer<AnalyzeResponse> answer) {
        session.inputs().see(resource);
        RulesForType rules = session.rulesFor(session.pack().typeNormalizer().apply(resource.type()));
        Diagnostics out = new Diagnostics(session, resource.urn());
        out.notApplicable(rules.others());
        if (rules.matching().isEmpty()) {
            answer.succeed(out.response());
        } else {
            Evaluator evaluator = Evaluator.of(resource, session.stack());
            session.runner().run(rules.matching(), new Judgement(evaluator, out, answer));
        }
    }

    static void stack(Session session, AnalyzeStackRequest request, Answer<AnalyzeResponse> answer) {
        stack(session, () -> request.getResourcesList().stream().map(ResourceDecoder::decode).toList(), answer);
    }

    /** @param decoded asked once, and only when there are rules */
    static void stack(Session session, Supplier<List<Resource>> decoded, Answer<AnalyzeResponse> answer) {
        // Those about waivers last, when all findings have had their chance to use a waiver.
        List<RuleSetting> rules = new ArrayList<>(session.stackRules());
        rules.addAll(session.waiverRules());
        if (rules.isEmpty()) {
            answer.succeed(AnalyzeResponse.getDefaultInstance());
            return;
        }
        List<Resource> resources = session.inputs().on(decoded.get());
        Diagnostics out = new Diagnostics(session, stackUrn(session, resources));
        Evaluator evaluator =
                Evaluator.of(ResourceGraph.of(resources, session.pack().typeNormalizer()), session.stack());
        session.runner().run(rules, new Judgement(evaluator, out, answer));
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
