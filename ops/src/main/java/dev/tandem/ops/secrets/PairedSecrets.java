package dev.tandem.ops.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.tandem.mesh.route.RouteSourceException;
import dev.tandem.ops.OperationRefusedException;
import dev.tandem.ops.access.AwsAccess;
import dev.tandem.ops.access.SignedCall;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Looks at an environment's secrets in one region, and makes a replica there a secret of its own. */
public final class PairedSecrets {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

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
        while (true) {
            JsonNode page = call(region, "ListSecrets", request);
            page.path("SecretList").forEach(each -> found.add(describe(region, each.path("Name").asText())));
            if (page.path("NextToken").asText().isEmpty()) {
                return found.stream().sorted(Comparator.comparing(PairedSecret::name)).toList();
            }
            request.put("NextToken", page.path("NextToken").asText());
        }
    }

    /** One of them. */
    public PairedSecret one(String name) {
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
     * Cuts a replica's replication for good: it takes new values from then on, and the old owner's reach it no more.
     *
     * @param force although the owner answers
     * @return the secret as the region sees it afterwards; what is no replica stays as it is
     * @throws OperationRefusedException while the owner answers: put the new value there instead
     */
    public PairedSecret promote(String name, boolean force) {
        PairedSecret now = one(name);
        if (!now.replica()) {
            return now;
        }
        if (!force && answers(now.owner(), name)) {
            throw new OperationRefusedException(name + " is owned by " + now.owner() + ", which answers: a new value is put there, and reaches "
                    + region + " by replication. Expected an owner that is gone; --force cuts the replication nevertheless, for good");
        }
        // AWS: to be called in the replica's region; the owner's is not asked.
        call(region, "StopReplicationToReplica", JSON.objectNode().put("SecretId", name));
        return one(name);
    }

    private boolean answers(String owner, String name) {
        try {
            describe(owner, name);
            return true;
        } catch (RouteSourceException gone) {
            return false;
        }
    }

    private JsonNode call(String where, String action, ObjectNode body) {
        return new SignedCall(regions.apply(where), "secretsmanager", "secretsmanager").json("secretsmanager." + action, body);
    }
}
