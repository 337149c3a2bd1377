package dev.tandem.e2e.conformance;

import com.google.protobuf.Empty;
import io.grpc.Server;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.stub.StreamObserver;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import pulumirpc.Plugin.PluginInfo;
import pulumirpc.Provider.CheckRequest;
import pulumirpc.Provider.CheckResponse;
import pulumirpc.Provider.ConfigureRequest;
import pulumirpc.Provider.ConfigureResponse;
import pulumirpc.Provider.CreateRequest;
import pulumirpc.Provider.CreateResponse;
import pulumirpc.Provider.DeleteRequest;
import pulumirpc.Provider.DiffRequest;
import pulumirpc.Provider.DiffResponse;
import pulumirpc.Provider.UpdateRequest;
import pulumirpc.Provider.UpdateResponse;
import pulumirpc.ResourceProviderGrpc.ResourceProviderImplBase;

/** A provider whose resources repeat their inputs as outputs, in previews too. */
public final class SimpleProvider extends ResourceProviderImplBase {

    private static final long ORPHAN_MINUTES = 10;

    private SimpleProvider() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
        Server server = NettyServerBuilder.forAddress(new InetSocketAddress(loopback, 0))
                .addService(new SimpleProvider())
                .build()
                .start();
        System.out.println(server.getPort());
        server.awaitTermination(ORPHAN_MINUTES, TimeUnit.MINUTES);
    }

    @Override
    public void getPluginInfo(Empty request, StreamObserver<PluginInfo> reply) {
        answer(reply, PluginInfo.newBuilder().setVersion("2.0.0").build());
    }

    @Override
    public void checkConfig(CheckRequest request, StreamObserver<CheckResponse> reply) {
        check(request, reply);
    }

    @Override
    public void diffConfig(DiffRequest request, StreamObserver<DiffResponse> reply) {
        diff(request, reply);
    }

    @Override
    public void configure(ConfigureRequest request, StreamObserver<ConfigureResponse> reply) {
        answer(reply, ConfigureResponse.newBuilder().setAcceptSecrets(true).setSupportsPreview(true).build());
    }

    @Override
    public void check(CheckRequest request, StreamObserver<CheckResponse> reply) {
        answer(reply, CheckResponse.newBuilder().setInputs(request.getNews()).build());
    }

    @Override
    public void diff(DiffRequest request, StreamObserver<DiffResponse> reply) {
        boolean same = request.getOlds().equals(request.getNews());
        answer(reply, DiffResponse.newBuilder()
                .setChanges(same ? DiffResponse.DiffChanges.DIFF_NONE : DiffResponse.DiffChanges.DIFF_SOME)
                .build());
    }

    @Override
    public void create(CreateRequest request, StreamObserver<CreateResponse> reply) {
        String id = request.getPreview() ? "" : UUID.randomUUID().toString();
        answer(reply, CreateResponse.newBuilder().setId(id).setProperties(request.getProperties()).build());
    }

    @Override
    public void update(UpdateRequest request, StreamObserver<UpdateResponse> reply) {
        answer(reply, UpdateResponse.newBuilder().setProperties(request.getNews()).build());
    }

    @Override
    public void delete(DeleteRequest request, StreamObserver<Empty> reply) {
        answer(reply, Empty.getDefaultInstance());
    }

    @Override
    public void cancel(Empty request, StreamObserver<Empty> reply) {
        answer(reply, Empty.getDefaultInstance());
    }

    private static <T> void answer(StreamObserver<T> reply, T message) {
        reply.onNext(message);
        reply.onCompleted();
    }
}
