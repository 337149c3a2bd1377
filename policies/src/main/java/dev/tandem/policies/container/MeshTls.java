package dev.tandem.policies.container;

import static dev.tandem.policies.demand.Demand.matching;
import static dev.tandem.policies.demand.Demand.present;

import dev.tandem.policies.demand.Demands;

/** Services of a mesh talk TLS, and verify the other side. */
public final class MeshTls {

    private static final String NODE = "aws:appmesh/virtualNode:VirtualNode";
    private static final String GATEWAY = "aws:appmesh/virtualGateway:VirtualGateway";
    private static final String PLAIN = "the mesh takes plain text";

    /** The rule. */
    public static final Demands RULE = Demands.of(
            matching(NODE, PLAIN, "STRICT", "STRICT", "tls[0].mode").inEach("spec", "listeners"),
            present(NODE, "callers show no certificate", "a trust for clients' certificates", "tls[0].validation")
                    .inEach("spec", "listeners").when("tls[0].mode", "STRICT"),
            matching(GATEWAY, PLAIN, "STRICT", "STRICT", "tls[0].mode").inEach("spec", "listeners"),
            present("aws:ecs/service:Service", PLAIN, "tls with an issuing certificate authority", "tls")
                    .inEach("serviceConnectConfiguration", "services"));

    private MeshTls() {}
}
