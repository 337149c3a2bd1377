package dev.tandem.e2e.provider;

import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import pulumirpc.Plugin.PluginInfo;
import pulumirpc.Provider.CheckFailure;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.ConfigureResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.InvokeRequest;
import pulumirpc.Provider.InvokeResponse;
import pulumirpc.Provider.ProviderHandshakeRequest;
import pulumirpc.Provider.ProviderHandshakeResponse;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;
import pulumirpc.ResourceProviderGrpc.ResourceProviderImplBase;

/** Serves the engine's calls; what it knows is in {@link Resources}, {@link ProviderConfig} and {@link Functions}. */
public class SimulatedProvider extends ResourceProviderImplBase {

    /** The version of com.pulumi:aws whose classes it reads. */
    static final String VERSION = "6.83.0";

    private final Resources resources;
    private volatile Place place;

    /** A provider of what the account holds. */
    public SimulatedProvider(SimulatedAccount account) {
        this.resources = new Resources(account);
    }

    @Override
    public void handshake(ProviderHandshakeRequest request, StreamObserver<ProviderHandshakeResponse> reply) {
        answer(reply, () -> ProviderHandshakeResponse.newBuilder().setAcceptSecrets(true).build());
    }

    @Override
    public void getPluginInfo(Empty request, StreamObserver<PluginInfo> reply) {
        answer(reply, () -> PluginInfo.newBuilder().setVersion(VERSION).build());
    }

    @Override
    public void checkConfig(CheckRequest request, StreamObserver<CheckResponse> reply) {
        answer(reply, () -> CheckResponse.newBuilder()
                .setInputs(request.getNews())
                .addAllFailures(failures(ProviderConfig.check(request.getNews())))
                .build());
    }

    @Override
    public void diffConfig(DiffRequest request, StreamObserver<DiffResponse> reply) {
        answer(reply, () -> diff(Differences.between(
                request.hasOldInputs() ? request.getOldInputs() : request.getOlds(), request.getNews(),
                request.getIgnoreChangesList(), new TypeFacts(List.of(), "", "-", List.of("region")))));
    }

    @Override
    public void configure(ConfigureRequest request, StreamObserver<ConfigureResponse> reply) {
        answer(reply, () -> {
            place(request.getArgs());
            return ConfigureResponse.newBuilder().setAcceptSecrets(true).setSupportsPreview(true).build();
        });
    }

    @Override
    public void check(CheckRequest request, StreamObserver<CheckResponse> reply) {
        answer(reply, () -> {
            List<Problem> problems = new ArrayList<>();
            Struct inputs = resources.check(where(), request.getUrn(), request.getNews(), request.getOlds(),
                    request.getRandomSeed(), problems);
            return CheckResponse.newBuilder().setInputs(inputs).addAllFailures(failures(problems)).build();
        });
    }

    @Override
    public void diff(DiffRequest request, StreamObserver<DiffResponse> reply) {
        answer(reply, () -> diff(Differences.between(request.getOldInputs(), request.getNews(), request.getIgnoreChangesList(),
                TypeFacts.of(Resources.shape(request.getUrn())))));
    }

    @Override
    public void create(CreateRequest request, StreamObserver<CreateResponse> reply) {
        answer(reply, () -> {
            Resources.Created created = resources.create(where(), request.getUrn(), request.getProperties(), request.getPreview());
            return CreateResponse.newBuilder().setId(created.id()).setProperties(created.state()).build();
        });
    }

    @Override
    public void read(ReadRequest request, StreamObserver<ReadResponse> reply) {
        answer(reply, () -> resources.read(where(), request.getUrn(), request.getId())
                .map(state -> ReadResponse.newBuilder().setId(request.getId()).setProperties(state)
                        .setInputs(request.hasInputs() ? request.getInputs() : Resources.inputs(request.getUrn(), state)).build())
                .orElse(ReadResponse.getDefaultInstance()));
    }

    @Override
    public void update(UpdateRequest request, StreamObserver<UpdateResponse> reply) {
        answer(reply, () -> UpdateResponse.newBuilder()
                .setProperties(resources.update(where(), request.getUrn(), request.getId(), request.getOldInputs(),
                        request.getOlds(), request.getNews(), request.getPreview()))
                .build());
    }

    @Override
    public void delete(DeleteRequest request, StreamObserver<Empty> reply) {
        answer(reply, () -> {
            resources.delete(where(), request.getUrn(), request.getId(), request.getOldInputs(), request.getProperties());
            return Empty.getDefaultInstance();
        });
    }

    @Override
    public void invoke(InvokeRequest request, StreamObserver<InvokeResponse> reply) {
        answer(reply, () -> InvokeResponse.newBuilder().setReturn(Functions.call(request.getTok(), request.getArgs(), where())).build());
    }

    @Override
    public void cancel(Empty request, StreamObserver<Empty> reply) {
        answer(reply, Empty::getDefaultInstance);
    }

    /** Takes its configuration. */
    protected final void place(Struct arguments) {
        place = ProviderConfig.place(arguments);
    }

    /** Where it works, from its configuration. */
    protected final Place where() {
        if (place == null) {
            throw new IllegalArgumentException("the aws provider is not configured: found no region, expected aws:region in the stack's"
                    + " configuration or region in the provider's arguments");
        }
        return place;
    }

    protected static List<CheckFailure> failures(List<Problem> problems) {
        return problems.stream().map(problem ->
                CheckFailure.newBuilder().setProperty(problem.path()).setReason(problem.reason()).build()).toList();
    }

    protected static DiffResponse diff(Differences differences) {
        return DiffResponse.newBuilder()
                .setChanges(differences.changed().isEmpty() ? DiffResponse.DiffChanges.DIFF_NONE : DiffResponse.DiffChanges.DIFF_SOME)
                .addAllDiffs(differences.changed())
                .addAllReplaces(differences.replacing())
                .setDeleteBeforeReplace(differences.deleteFirst())
                .build();
    }

    /** Answers a call with what the work gives, or with its error. */
    protected static <T> void answer(StreamObserver<T> reply, Callable<T> work) {
        try {
            reply.onNext(work.call());
            reply.onCompleted();
        } catch (StatusRuntimeException e) {
            reply.onError(e);
        } catch (IllegalArgumentException e) {
            reply.onError(Status.INVALID_ARGUMENT.withDescription(e.getMessage()).asRuntimeException());
        } catch (Exception e) {
            reply.onError(Status.INTERNAL.withDescription("the simulated aws provider failed: " + e).withCause(e).asRuntimeException());
        }
    }
}
