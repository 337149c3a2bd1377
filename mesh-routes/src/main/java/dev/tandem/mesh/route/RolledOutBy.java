package dev.tandem.mesh.route;

/** Who moves requests from one version of a service to the next. */
public enum RolledOutBy {
    /** The mesh, by the shares in the service's document; so unless a document says otherwise. */
    MESH,
    /** Amazon ECS, which moves the load balancer's requests: shares, pins, faults, mirrors and retries of the document do not act. */
    ECS
}
