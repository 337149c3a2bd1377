package dev.tandem.preview.pack;

import dev.tandem.policy.model.Value;
import dev.tandem.policy.wire.StructDecoder;
import dev.tandem.preview.engine.Deployment;
import dev.tandem.preview.engine.Inspector;
import dev.tandem.preview.engine.Registration;
import io.grpc.Context;
import io.grpc.stub.StreamObserver;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.function.Function;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzeResponse;
import pulumirpc.AnalyzerOuterClass.AnalyzeStackRequest;
import pulumirpc.AnalyzerOuterClass.EnforcementLevel;
import pulumirpc.AnalyzerOuterClass.RemediateResponse;

/**
 * A pack's work on one stack: every resource as it is registered, then the stack. The program waits for a resource's
 * remediation, and only if a rule in force remediates; analysis runs beside it. Thread-safe.
 */
final class PackRun implements Inspector {

    private final CompletableFuture<PackSession> session;
    private final List<CompletableFuture<PackResult.Answer>> answers = Collections.synchronizedList(new ArrayList<>());

    PackRun(CompletableFuture<PackSession> session) {
        this.session = session;
    }

    @Override
    public CompletionStage<Map<String, Value>> inspect(Registration resource, Deployment deployment) {
        CompletableFuture<PackResult.Answer> answer = new CompletableFuture<>();
        answers.add(answer);
        return session.thenCompose(pack -> remediate(pack, resource, deployment))
                .whenComplete((inputs, failure) -> {
                    if (failure != null) {
                        answer.completeExceptionally(failure);
                    } else {
                        analyze(session.join(), resource.withInputs(inputs), deployment, answer);
                    }
                })
                .exceptionally(failure -> resource.inputs());
    }

    /** Has a resource judged as it is, without remediation. */
    void judge(Registration resource, Deployment deployment) {
        CompletableFuture<PackResult.Answer> answer = new CompletableFuture<>();
        answers.add(answer);
        session.whenComplete((pack, failure) -> {
            if (failure != null) {
                answer.completeExceptionally(failure);
            } else {
                analyze(pack, resource, deployment, answer);
            }
        });
    }

    /**
     * Waits for all answers, then asks about the stack as a whole.
     *
     * @throws PackFailedException when a call failed, or none was answered within {@code silence}
     */
    PackResult finish(Deployment deployment, AnalyzeStackRequest request, Duration silence) {
        PackSession pack = await(session, null, silence);
        List<PackResult.Answer> all = new ArrayList<>();
        for (CompletableFuture<PackResult.Answer> answer : List.copyOf(answers)) {
            all.add(await(answer, pack, silence));
        }
        CompletableFuture<PackResult.Answer> stack = new CompletableFuture<>();
        Answers answersOf = new Answers(pack, deployment);
        call(out -> pack.calls().analyzeStack(request, out), stack,
                (AnalyzeResponse r) -> answersOf.read(deployment.stackUrn(), true, r), e -> pack.failed("AnalyzeStack", "", e));
        all.add(await(stack, pack, silence));
        return new PackResult(pack.info(), pack.version(), pack.config(), all);
    }

    private CompletionStage<Map<String, Value>> remediate(PackSession pack, Registration resource, Deployment deployment) {
        if (pack.config().values().stream().noneMatch(c -> c.getEnforcementLevel() == EnforcementLevel.REMEDIATE)) {
            return CompletableFuture.completedFuture(resource.inputs());
        }
        CompletableFuture<Map<String, Value>> out = new CompletableFuture<>();
        AnalyzeRequest request = WireResources.resource(resource, deployment, true);
        call(to -> pack.calls().remediate(request, to), out, (RemediateResponse r) -> remediated(resource, r),
                e -> pack.failed("Remediate", resource.urn(), e));
        return out;
    }

    private static Map<String, Value> remediated(Registration resource, RemediateResponse response) {
        Map<String, Value> inputs = resource.inputs();
        for (var remediation : response.getRemediationsList()) {
            if (remediation.getDiagnostic().isEmpty() && remediation.hasProperties()) {
                inputs = StructDecoder.decode(remediation.getProperties());
            }
        }
        return inputs;
    }

    private static void analyze(PackSession pack, Registration resource, Deployment deployment,
            CompletableFuture<PackResult.Answer> answer) {
        Answers answersOf = new Answers(pack, deployment);
        AnalyzeRequest request = WireResources.resource(resource, deployment, false);
        call(out -> pack.calls().analyze(request, out), answer,
                (AnalyzeResponse r) -> answersOf.read(resource.urn(), false, r), e -> pack.failed("Analyze", resource.urn(), e));
    }

    private static <R, T> void call(Consumer<StreamObserver<R>> rpc, CompletableFuture<T> out, Function<R, T> read,
            Function<Throwable, RuntimeException> failure) {
        // Called while a request of the program is served, whose end would cancel every call made in its context.
        Context.ROOT.run(() -> rpc.accept(new StreamObserver<>() {
            @Override
            public void onNext(R response) {
                try {
                    out.complete(read.apply(response));
                } catch (RuntimeException e) {
                    out.completeExceptionally(e);
                }
            }

            @Override
            public void onError(Throwable cause) {
                out.completeExceptionally(failure.apply(cause));
            }

            @Override
            public void onCompleted() {
                // A unary call has nothing to add after its answer.
            }
        }));
    }

    private static <T> T await(CompletableFuture<T> future, PackSession pack, Duration silence) {
        try {
            T result = future.get(silence.toSeconds(), TimeUnit.SECONDS);
            if (pack != null) {
                pack.heard("an answer");
            }
            return result;
        } catch (ExecutionException e) {
            Throwable cause = e.getCause();
            while (cause instanceof CompletionException && cause.getCause() != null) {
                cause = cause.getCause();
            }
            if (cause instanceof RuntimeException known) {
                throw known;
            }
            throw new IllegalStateException(cause);
        } catch (TimeoutException e) {
            throw new PackFailedException("the policy pack gave no answer for " + silence.toSeconds()
                    + " seconds (the limit, see --timeout)");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new PackFailedException("the policy pack was interrupted");
        }
    }
}
