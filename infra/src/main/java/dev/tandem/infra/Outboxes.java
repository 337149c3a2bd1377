package dev.tandem.infra;

import com.pulumi.resources.ComponentResourceOptions;
import com.pulumi.resources.CustomResourceOptions;
import dev.tandem.components.failover.FailoverPair;
import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.outbox.Outbox;
import dev.tandem.components.service.MeshService;
import dev.tandem.components.service.MeshServiceArgs;
import dev.tandem.components.service.ServiceMesh;
import dev.tandem.infra.config.StackConfig;

/** The outboxes of a stack's services: a function each, and whose stack owns the tables connects those of both regions. */
final class Outboxes {

    private Outboxes() {}

    static void declare(
            StackConfig config, FoundationRef own, ServiceMesh mesh, FailoverPair pair, ComponentResourceOptions options) {
        for (MeshServiceArgs args : config.services()) {
            if (!args.outbox()) {
                continue;
            }
            String name = args.name() + "-outbox";
            MeshService service = mesh.services().get(args.name());
            Outbox outbox = new Outbox(name, own, args.name(), pair.exchange(), options);
            service.tableStream().ifPresent(stream -> outbox.reads(name, own, stream));
            pair.primaryProvider().ifPresent(there -> service.replicaStream().ifPresent(stream -> Outbox.readsReplica(
                    name + "-replica", own, config.peer().region(), args.name(), stream,
                    CustomResourceOptions.builder().parent(outbox).provider(there).build())));
        }
    }
}
