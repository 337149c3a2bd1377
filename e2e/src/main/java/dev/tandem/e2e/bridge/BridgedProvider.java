package dev.tandem.e2e.bridge;

import com.google.protobuf.Any;
import com.google.protobuf.Empty;
import com.google.protobuf.Struct;
import com.google.rpc.Code;
import dev.tandem.e2e.bridge.BridgedResources.Made;
import dev.tandem.e2e.provider.Problem;
import dev.tandem.e2e.provider.ResourceUrn;
import dev.tandem.e2e.provider.SimulatedAccount;
import dev.tandem.e2e.provider.SimulatedProvider;
import dev.tandem.e2e.terraform.Complaint;
import dev.tandem.e2e.terraform.TerraformProvider;
import io.grpc.protobuf.StatusProto;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.ConfigureResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.ErrorResourceInitFailed;
import pulumirpc.Provider.ProviderHandshakeRequest;
import pulumirpc.Provider.ProviderHandshakeResponse;
import pulumirpc.Provider.ReadRequest;
import pulumirpc.Provider.ReadResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;

/** Serves the engine's calls by the Terraform provider; by the reflective one for the types of {@link NotSimulated}. */
final class BridgedProvider extends SimulatedProvider implements AutoCloseable {

    private static final Waits WAITS = new Waits("60s");

    private final BridgeSettings settings;
    private final SimulatedAccount journal;
    private TerraformProvider provider;
    private volatile BridgedResources resources;

    BridgedProvider(BridgeSettings settings, SimulatedAccount account) {
        super(account);
        this.settings = settings;
        this.journal = account;
    }

    /** Secrets arrive in clear, since Terraform knows none; the engine marks again what comes back. */
    @Override
    public void handshake(ProviderHandshakeRequest request, StreamObserver<ProviderHandshakeResponse> reply) {
        answer(reply, ProviderHandshakeResponse::getDefaultInstance);
    }

    @Override
    public void configure(ConfigureRequest request, StreamObserver<ConfigureResponse> reply) {
        answer(reply, () -> {
            place(request.getArgs());
            Files.createDirectories(settings.directory());
            ToTerraform translation = new ToTerraform(new AssetFiles(settings.directory().resolve("assets")));
            provider = new TerraformProvider(settings.binary(), settings.environment());
            provider.configure(ProviderArguments.of(request.getArgs(), provider.schemas().provider(), translation));
            resources = new BridgedResources(provider, translation, WAITS);
            return ConfigureResponse.newBuilder().setSupportsPreview(true).build();
        });
    }

    @Override
    public void check(CheckRequest request, StreamObserver<CheckResponse> reply) {
        if (isLeftOut(request.getUrn())) {
            super.check(request, reply);
            return;
        }
        answer(reply, () -> {
            List<Problem> problems = new ArrayList<>();
            Struct inputs = resources.check(request.getUrn(), request.getNews(), request.getOlds(), request.getRandomSeed(), problems);
            return CheckResponse.newBuilder().setInputs(inputs).addAllFailures(failures(problems)).build();
        });
    }

    @Override
    public void diff(DiffRequest request, StreamObserver<DiffResponse> reply) {
        if (isLeftOut(request.getUrn())) {
            super.diff(request, reply);
            return;
        }
        answer(reply, () -> diff(resources.diff(request.getUrn(), request.getOlds(), request.getOldInputs(), request.getNews())));
    }

    @Override
    public void create(CreateRequest request, StreamObserver<CreateResponse> reply) {
        if (isLeftOut(request.getUrn())) {
            super.create(request, reply);
            return;
        }
        answer(reply, () -> {
            Made made = resources.create(request.getUrn(), request.getProperties(), request.getPreview());
            noted("create", made, request.getUrn(), request.getProperties(), request.getPreview());
            return CreateResponse.newBuilder().setId(made.id()).setProperties(made.outputs()).build();
        });
    }

    @Override
    public void read(ReadRequest request, StreamObserver<ReadResponse> reply) {
        if (isLeftOut(request.getUrn())) {
            super.read(request, reply);
            return;
        }
        answer(reply, () -> resources.read(request.getUrn(), request.getId(), request.getProperties(), request.getInputs())
                .map(read -> ReadResponse.newBuilder()
                        .setId(request.getId()).setProperties(read.outputs()).setInputs(read.inputs()).build())
                .orElse(ReadResponse.getDefaultInstance()));
    }

    @Override
    public void update(UpdateRequest request, StreamObserver<UpdateResponse> reply) {
        if (isLeftOut(request.getUrn())) {
            super.update(request, reply);
            return;
        }
        answer(reply, () -> {
            Made made = resources.update(request.getUrn(), request.getOlds(), request.getNews(), request.getPreview());
            noted("update", made, request.getUrn(), request.getNews(), request.getPreview());
            return UpdateResponse.newBuilder().setProperties(made.outputs()).build();
        });
    }

    @Override
    public void delete(DeleteRequest request, StreamObserver<Empty> reply) {
        if (isLeftOut(request.getUrn())) {
            super.delete(request, reply);
            return;
        }
        answer(reply, () -> {
            resources.delete(request.getUrn(), request.getProperties());
            note("delete", request.getId(), request.getUrn());
            return Empty.getDefaultInstance();
        });
    }

    @Override
    public void close() {
        if (provider != null) {
            provider.close();
        }
    }

    private static boolean isLeftOut(String urn) {
        return NotSimulated.reasons().containsKey(ResourceUrn.parse(urn).type());
    }

    /** Writes down what was done; a resource that is there in part is an error that carries it, so that it isn't forgotten. */
    private void noted(String action, Made made, String urn, Struct inputs, boolean preview) throws IOException {
        if (preview) {
            return;
        }
        note(action, made.id(), urn);
        if (!made.errors().isEmpty()) {
            String text = Complaint.text(made.errors());
            throw StatusProto.toStatusRuntimeException(com.google.rpc.Status.newBuilder()
                    .setCode(Code.UNKNOWN_VALUE).setMessage(text)
                    .addDetails(Any.pack(ErrorResourceInitFailed.newBuilder()
                            .setId(made.id()).setProperties(made.outputs()).setInputs(inputs).addReasons(text).build()))
                    .build());
        }
    }

    private void note(String action, String id, String urn) throws IOException {
        journal.note(action, new SimulatedAccount.Key(ResourceUrn.parse(urn).type(), where().region(), id), urn);
    }
}
