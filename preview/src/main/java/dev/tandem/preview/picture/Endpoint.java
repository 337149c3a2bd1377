package dev.tandem.preview.picture;

import dev.tandem.policy.model.Resource;
import java.util.List;
import java.util.Optional;

/** A VPC endpoint, named after the service that it leads to. */
final class Endpoint {

    private Endpoint() {}

    static String label(Resource endpoint) {
        String service = Tasks.read(() -> endpoint.get("serviceName").string()).orElse("");
        String[] words = service.split("\\.", 4);
        return words.length == 4 ? words[3] : endpoint.name();
    }

    static List<String> lines(Resource endpoint) {
        return List.of(Tasks.read(() -> Optional.of(endpoint.get("vpcEndpointType").stringOr("Gateway"))).orElse("endpoint"));
    }
}
