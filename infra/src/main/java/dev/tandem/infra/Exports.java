package dev.tandem.infra;

import com.pulumi.Context;
import com.pulumi.core.Output;
import dev.tandem.components.failover.FailoverPair;
import dev.tandem.components.foundation.FoundationRef;
import dev.tandem.components.service.ServiceMesh;

/** Stack outputs, which the other region and the operator's commands read. docs/config.md lists them. */
final class Exports {

    private Exports() {}

    static void of(Context ctx, FoundationRef foundation, ServiceMesh mesh, FailoverPair pair) {
        ctx.export("region", Output.of(foundation.region()));
        ctx.export("vpcId", foundation.vpcId());
        ctx.export("vpcCidr", Output.of(foundation.vpcCidr()));
        ctx.export("privateRouteTableIds", Output.all(foundation.privateRouteTableIds()));
        ctx.export("albArn", foundation.albArn());
        ctx.export("albDnsName", foundation.albDnsName());
        ctx.export("albZoneId", foundation.albZoneId());
        ctx.export("clusterName", foundation.clusterName());
        ctx.export("namespaceId", foundation.namespaceId());
        ctx.export("alarmTopicArn", foundation.alarmTopicArn());
        ctx.export("kmsKeyArn", foundation.kmsKeyArn());
        mesh.services().forEach((name, service) -> ctx.export("service-" + name, service.serviceArn()));
        pair.nameServers().ifPresent(servers -> ctx.export("nameServers", servers));
        ctx.export("recoverySeconds", Output.of(pair.plan().budget().totalSeconds()));
        ctx.export("recoveryBudget", Output.of(pair.plan().budget().toMap()));
    }
}
