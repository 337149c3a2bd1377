package dev.tandem.ops.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.mesh.route.RouteSourceException;
import dev.tandem.ops.OperationRefusedException;
import dev.tandem.ops.access.AwsAccess;
import dev.tandem.ops.access.SignedCall;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkClientException;

/** Looks at an environment's secrets in one region, and makes a replica there a secret of its own. */
public final class PairedSecrets {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final String TARGET = "secretsmanager.";

    private static final int SERVER_ERROR = 500;

    private final String region;
    private final String prefix;
    private final Function<String, AwsAccess> regions;

    /**
     * In one region.
     *
     * @param prefix  what the names begin with, such as {@code tandem/prod/}
     * @param regions how to act in a region
     */
    public PairedSecrets(String region, String prefix, Function<String, AwsAccess> regions) {
        this.region = region;
        this.prefix = prefix;
        this.regions = regions;
    }

    /** All of the environment's, by name. */
    public List<PairedSecret> all() {
        List<PairedSecret> found = new ArrayList<>();
        ObjectNode request = JSON.objectNode();
        request.putArray("Filters").addObject().put("Key", "name").putArray("Values").add(prefix);
        manager(region).pages(TARGET + "ListSecrets", request).forEach(page -> page.path("SecretList")
                .forEach(each -> found.add(describe(region, each.path("Name").asText()))));
        return found.stream().sorted(Comparator.comparing(PairedSecret::name)).toList();
    }

    /**
     * One of them.
     *
     * @throws OperationRefusedException when the name is of another environment
     */
    public PairedSecret one(String name) {
        if (!name.startsWith(prefix)) {
            throw new OperationRefusedException("found the secret '" + name + "', expected a name that begins with " + prefix
                    + ": ./tandem secrets lists them; --environment chooses another environment");
        }
        return describe(region, name);
    }

    private PairedSecret describe(String where, String name) {
        JsonNode secret = call(where, "DescribeSecret", JSON.objectNode().put("SecretId", name));
        Map<String, String> replicas = new TreeMap<>();
        secret.path("ReplicationStatus").forEach(each -> {
            if (!each.path("Region").asText().equals(where)) {
                replicas.put(each.path("Region").asText(), each.path("Status").asText());
            }
        });
        return new PairedSecret(secret.path("Name").asText(name), where, secret.path("PrimaryRegion").asText(where), replicas);
    }

    /**
     * Asks the owner's region whether a replica must be promoted. It is gone when it gives no answer of HTTP at all, or HTTP 5xx;
     * who is denied, throttled or not logged in has been answered by somebody.
     *
     * @throws OperationRefusedException while the owner answers: put the new value there instead; or when its answer leaves it open
     */
    public void refuseUnlessGone(PairedSecret replica) {
        String found;
        try {
            describe(replica.owner(), replica.name());
            found = "which answers: a new value is put there, and reaches " + region + " by replication";
        } catch (RouteSourceException failure) {
            if (gone(failure.getCause())) {
                return;
            }
            found = "of which it is not known whether it is gone, since it refused to tell (" + failure.getMessage() + ")";
        }
        throw new OperationRefusedException(replica.name() + " is owned by " + replica.owner() + ", " + found
                + ". Expected an owner that is gone; --force cuts the replication nevertheless, for good");
    }

    private static boolean gone(Throwable failure) {
        return failure instanceof AwsServiceException answer ? answer.statusCode() >= SERVER_ERROR
                : failure instanceof SdkClientException && failure.getCause() instanceof IOException;
    }

    /**
     * Cuts a replica's replication for good: it takes new values from then on, and the old owner's reach it no more. Asks nothing
     * of the owner's region: {@link #refuseUnlessGone} does.
     *
     * @return the secret as the region sees it afterwards; what is no replica stays as it is
     */
    public PairedSecret promote(PairedSecret secret) {
        if (!secret.replica()) {
            return secret;
        }
        // AWS: to be called in the replica's region.
        call(region, "StopReplicationToReplica", JSON.objectNode().put("SecretId", secret.name()));
        return one(secret.name());
    }

    private JsonNode call(String where, String action, ObjectNode body) {
        return manager(where).json(TARGET + action, body);
    }

    private SignedCall manager(String where) {
        return new SignedCall(regions.apply(where), "secretsmanager", "secretsmanager");
    }
}
