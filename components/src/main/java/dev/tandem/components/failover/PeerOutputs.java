package dev.tandem.components.failover;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What the secondary's stack needs to know of the primary: outputs of the primary's stack, by these names.
 *
 * @param region               AWS region
 * @param vpcId                id of its VPC
 * @param vpcCidr              IPv4 range of the VPC
 * @param privateRouteTableIds route tables of its tasks' subnets
 * @param albDnsName           public DNS name of its load balancer
 * @param albZoneId            hosted zone of that name
 * @param kmsKeyArn            its customer key for data, for replicas of tables
 */
public record PeerOutputs(
        String region,
        String vpcId,
        String vpcCidr,
        List<String> privateRouteTableIds,
        String albDnsName,
        String albZoneId,
        String kmsKeyArn) {

    private static final String ROUTE_TABLES = "privateRouteTableIds";

    /** Copies the list. */
    public PeerOutputs {
        privateRouteTableIds = List.copyOf(privateRouteTableIds);
    }

    /**
     * Reads the outputs of a stack.
     *
     * @param stack   its name, for messages
     * @param outputs what it exports
     * @throws PeerStackException when outputs are missing or of another type; the message names them all
     */
    static PeerOutputs of(String stack, Map<String, Object> outputs) {
        List<String> wrong = new ArrayList<>();
        String region = text("region", outputs, wrong);
        String vpcId = text("vpcId", outputs, wrong);
        String vpcCidr = text("vpcCidr", outputs, wrong);
        String albDnsName = text("albDnsName", outputs, wrong);
        String albZoneId = text("albZoneId", outputs, wrong);
        String kmsKeyArn = text("kmsKeyArn", outputs, wrong);
        List<String> routeTables = texts(outputs, wrong);
        if (!wrong.isEmpty()) {
            throw new PeerStackException("stack " + stack + " is deployed, but its outputs do not fit: "
                    + String.join("; ", wrong) + "; bring it up to date with \"pulumi up\" first");
        }
        return new PeerOutputs(region, vpcId, vpcCidr, routeTables, albDnsName, albZoneId, kmsKeyArn);
    }

    private static String text(String key, Map<String, Object> outputs, List<String> wrong) {
        Object value = outputs.get(key);
        if (value instanceof String text && !text.isBlank()) {
            return text;
        }
        wrong.add(key + " is " + (value == null ? "missing" : "\"" + value + "\"") + ", expected a text");
        return "";
    }

    private static List<String> texts(Map<String, Object> outputs, List<String> wrong) {
        Object value = outputs.get(ROUTE_TABLES);
        if (value instanceof List<?> list && !list.isEmpty() && list.stream().allMatch(String.class::isInstance)) {
            return list.stream().map(String.class::cast).toList();
        }
        wrong.add(ROUTE_TABLES + " is " + (value == null ? "missing" : "\"" + value + "\"")
                + ", expected a list of route table ids");
        return List.of();
    }
}
