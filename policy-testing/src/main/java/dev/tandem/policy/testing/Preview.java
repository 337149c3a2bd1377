package dev.tandem.policy.testing;

import com.google.protobuf.Struct;
import dev.tandem.policy.pack.LocalPack;
import dev.tandem.policy.pack.NotApplicableText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.Remediation;

/** The calls of one preview, in the engine's order. */
final class Preview {

    private final LocalPack pack;
    private final List<PackFinding> findings = new ArrayList<>();
    private final List<PackVerdict.Undecided> undecided = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final Map<String, Struct> mended = new LinkedHashMap<>();

    private Preview(LocalPack pack) {
        this.pack = pack;
    }

    static PackVerdict of(LocalPack pack, TestResource... resources) {
        Stream<TestResource> all = Stream.of(resources).anyMatch(r -> r.urn().equals(TestResource.stackUrn()))
                ? Stream.of(resources)
                : Stream.concat(Stream.of(TestResource.stack()), Stream.of(resources));
        try {
            return new Preview(pack).run(all.toList());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted during a preview", e);
        }
    }

    private PackVerdict run(List<TestResource> resources) throws InterruptedException {
        AnalyzeStackRequest.Builder stack = AnalyzeStackRequest.newBuilder();
        for (TestResource resource : resources) {
            AnalyzeRequest request = resource.toAnalyzeRequest();
            Struct inputs = mend(request);
            read(request.getUrn(), pack.analyze(request.toBuilder().setProperties(inputs).build()));
            stack.addResources(resource.toAnalyzerResource().toBuilder().setProperties(inputs));
        }
        read(TestResource.stackUrn(), pack.analyzeStack(stack.build()));
        return new PackVerdict(pack.pack(), resources, findings, undecided, notes, mended);
    }

    private Struct mend(AnalyzeRequest request) throws InterruptedException {
        Struct inputs = request.getProperties();
        for (Remediation r : pack.remediate(request).getRemediationsList()) {
            if (r.getDiagnostic().isEmpty()) {
                inputs = r.getProperties();
                mended.put(request.getUrn(), inputs);
            } else {
                notes.add(r.getPolicyName() + " on " + request.getUrn() + ": " + r.getDiagnostic());
            }
        }
        return inputs;
    }

    private void read(String urn, AnalyzeResponse response) {
        response.getDiagnosticsList().forEach(d -> findings.add(PackFinding.of(d)));
        response.getNotApplicableList().forEach(n -> NotApplicableText.parseUndecided(n.getReason())
                .ifPresent(places -> undecided.add(new PackVerdict.Undecided(n.getPolicyName(), urn, places))));
    }
}
