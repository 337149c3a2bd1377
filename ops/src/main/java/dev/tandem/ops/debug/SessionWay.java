package dev.tandem.ops.debug;

import dev.tandem.ops.OperationRefusedException;
import dev.tandem.ops.access.AwsAccess;
import dev.tandem.ops.access.SignedCall;
import dev.tandem.ops.access.Xml;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * Whether the agent of a session reaches Systems Manager and KMS from subnets: it calls them by names without IPv6. Source:
 * https://docs.aws.amazon.com/AmazonECS/latest/developerguide/ecs-exec.html, considerations.
 */
final class SessionWay {

    private static final String VERSION = "2016-11-15";
    private static final List<String> SERVICES = List.of("kms", "ssmmessages");
    private static final String ANYWHERE = "0.0.0.0/0";

    private final SignedCall ec2;
    private final String region;

    SessionWay(AwsAccess access) {
        ec2 = new SignedCall(access, "ec2", "ec2");
        region = access.region();
    }

    /** @throws OperationRefusedException when there is no way */
    void require(List<String> subnets) {
        if (routed(subnets)) {
            return;
        }
        Set<String> missing = new TreeSet<>(SERVICES);
        missing.removeAll(endpoints(subnets));
        if (!missing.isEmpty()) {
            throw new OperationRefusedException("tasks in " + subnets + " have no way to " + String.join(" and ", missing)
                    + ", which a session needs: found no route by IPv4 out of the subnets and no interface endpoint. Expected one of the"
                    + " two: tandem:network.egress nat-single or nat-per-az has the route; with endpoints or isolated tandem:debug: true"
                    + " makes both endpoints; where endpoints are adopted (tandem:existing.network.endpoints) their owner adds them");
        }
    }

    private boolean routed(List<String> subnets) {
        Element tables = ask("DescribeRouteTables", "association.subnet-id", subnets);
        Set<String> open = Xml.at(tables, "routeTableSet", "item").stream()
                .filter(table -> Xml.at(table, "routeSet", "item").stream().anyMatch(route ->
                        ANYWHERE.equals(Xml.text(route, "destinationCidrBlock")) && !"blackhole".equals(Xml.text(route, "state"))))
                .flatMap(table -> Xml.at(table, "associationSet", "item").stream())
                .map(association -> Xml.text(association, "subnetId"))
                .collect(Collectors.toSet());
        return open.containsAll(subnets);
    }

    private Set<String> endpoints(List<String> subnets) {
        List<String> networks = Xml.at(ask("DescribeSubnets", "subnet-id", subnets), "subnetSet", "item").stream()
                .map(subnet -> Xml.text(subnet, "vpcId")).distinct().toList();
        String prefix = "com.amazonaws." + region + ".";
        return Xml.at(ask("DescribeVpcEndpoints", "vpc-id", networks), "vpcEndpointSet", "item").stream()
                .filter(endpoint -> "available".equalsIgnoreCase(Xml.text(endpoint, "state")))
                .map(endpoint -> Xml.text(endpoint, "serviceName"))
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.substring(prefix.length()))
                .collect(Collectors.toSet());
    }

    private Element ask(String action, String filter, List<String> values) {
        Map<String, String> parameters = new TreeMap<>(Map.of("Filter.1.Name", filter));
        values.forEach(value -> parameters.put("Filter.1.Value." + parameters.size(), value));
        return Xml.parse(ec2.query(action, VERSION, parameters));
    }
}
