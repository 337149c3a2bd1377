package dev.tandem.ops.routes;

import dev.tandem.mesh.route.RolledOutBy;
import dev.tandem.mesh.route.RouteDocument;
import dev.tandem.ops.OperationRefusedException;

/** What the mesh does for the services that it rolls out itself, and cannot do for one that ECS rolls out. */
public enum MeshOnly {
    /** Shares of versions: weights, canaries and switches. */
    SHARES("ECS moves the load balancer's requests to a new image, by the strategy in its rollout",
            "deploy the image (pipeline/steps/deploy) and see how far ECS is with ./tandem rollout %s"),
    /** Requests with a mark go to one version. */
    PINS("its tasks' Envoys give every request to their own application, whatever its mark",
            "give its rollout a hook after test traffic, which asks the new version before users do (docs/rollout.md)"),
    /** Faults on purpose. */
    FAULTS("its tasks' Envoys give every request to their own application, and nobody else calls it",
            "start the experiment task-stop-%s of tandem:chaos, or add faults to the services that it calls"),
    /** Copies of requests. */
    MIRRORS("its tasks' Envoys give every request to their own application, and copy none",
            "give its rollout a hook after test traffic, which compares the answers of both versions (docs/rollout.md)"),
    /** What callers try again. */
    RETRIES("only the load balancer calls it, and that tries nothing again",
            "limit what each task accepts with ./tandem throttle %s --rps N"),
    /** Back to the document that was live before. */
    ROLLBACK("no document of its routes brings an image back",
            "stop ECS's deployment while it is under way, which ./tandem rollout %1$s shows with its command, or deploy the image before"
                    + " (pipeline/steps/deploy). Limits go back by ./tandem rollback %1$s --to N"),
    /** Shares of a path between a Lambda function and the service. */
    MIGRATION("the weights of its rule at the load balancer are ECS's to change",
            "migrate first, and declare its rollout when the service answers alone");

    private final String reason;
    private final String instead;

    MeshOnly(String reason, String instead) {
        this.reason = reason;
        this.instead = instead;
    }

    /**
     * Lets a service of the mesh pass.
     *
     * @param document of the service
     * @param what     what was asked for, such as {@code --fault}
     * @throws OperationRefusedException when ECS rolls the service out
     */
    public void refuse(RouteDocument document, String what) {
        if (document.rolledOutBy() == RolledOutBy.ECS) {
            throw new OperationRefusedException(document.service() + ": found " + what + " for a service that ECS rolls out (rollout in"
                    + " tandem:services), expected one that the mesh rolls out: " + reason + ". Instead: "
                    + String.format(instead, document.service()));
        }
    }
}
