package dev.tandem.preview.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.Value;
import dev.tandem.preview.picture.Architecture.Edge;
import dev.tandem.preview.picture.Architecture.Kind;
import dev.tandem.preview.picture.Architecture.Part;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Plans as a preview has them: ids are unknown, and only the properties' origins tell what belongs together. */
class ArchitectureReaderTest {

    private static final String COMPONENT = urn("shop:index:Orders", "orders");

    private final List<Resource> plan = new ArrayList<>();

    @Test
    void aRuleBetweenGroupsIsAnArrowBetweenTheirUsers() {
        service();
        add("aws:lb/loadBalancer:LoadBalancer", "edge", Map.of(), Map.of("securityGroups", group("edge-group")));
        add("aws:vpc/securityGroupIngressRule:SecurityGroupIngressRule", "from-edge",
                Map.of("ipProtocol", text("tcp"), "fromPort", number("8443"), "toPort", number("8443"), "description", text("requests")),
                Map.of("securityGroupId", group("tasks"), "referencedSecurityGroupId", group("edge-group")));

        Architecture picture = ArchitectureReader.read(plan);

        assertThat(picture.edges()).containsExactly(new Edge(urn("aws:lb/loadBalancer:LoadBalancer", "edge"),
                urn("aws:ecs/service:Service", "orders"), "tcp 8443", "requests"));
    }

    @Test
    void theWorldAndOtherNetworksAreOutsideAndTheOwnNetworkIsNot() {
        service();
        add("aws:ec2/vpc:Vpc", "net", Map.of("cidrBlock", text("10.1.0.0/16")), Map.of());
        for (String range : List.of("0.0.0.0/0", "10.1.0.0/16", "10.9.0.0/16")) {
            add("aws:ec2/securityGroupRule:SecurityGroupRule", "from-" + range.charAt(3),
                    Map.of("type", text("ingress"), "protocol", text("-1"), "cidrBlocks", new Value.Items(List.of(text(range)))),
                    Map.of("securityGroupId", group("tasks")));
        }

        Architecture picture = ArchitectureReader.read(plan);

        assertThat(picture.nodes(Kind.INTERNET)).extracting(Architecture.Node::label).containsExactly("Internet");
        assertThat(picture.nodes(Kind.PEER)).extracting(Architecture.Node::label).containsExactly("10.9.0.0/16");
        assertThat(picture.edges()).extracting(Edge::port).containsOnly("all ports").hasSize(2);
        assertThat(picture.networks().get(0).cidr()).isEqualTo("10.1.0.0/16");
    }

    @Test
    void aServiceShowsItsContainersAndTheDataOfItsComponent() {
        service();
        add("aws:dynamodb/table:Table", "orders-table", Map.of(), Map.of(), COMPONENT);
        add("aws:dynamodb/table:Table", "everybodys", Map.of(), Map.of());

        Architecture picture = ArchitectureReader.read(plan);

        assertThat(picture.nodes(Kind.SERVICE).get(0).parts()).containsExactly(
                new Part("container", "app"), new Part("container", "envoy"), new Part("table", "orders-table"));
        assertThat(picture.nodes(Kind.SERVICE).get(0).lines().get(0)).isEqualTo("2 tasks of 0.5 vCPU, 1 GB");
        assertThat(picture.regional()).containsExactly(new Part("table", "everybodys"));
    }

    @Test
    void aFunctionStandsInTheNetworkOnlyWhenItIsInOne() {
        add("aws:lambda/function:Function", "inside", Map.of(), Map.of("vpcConfig", group("tasks")));
        add("aws:lambda/function:Function", "outside", Map.of(), Map.of());

        Architecture picture = ArchitectureReader.read(plan);

        assertThat(picture.nodes(Kind.FUNCTION)).extracting(Architecture.Node::label).containsExactly("inside");
        assertThat(picture.regional()).containsExactly(new Part("function", "outside"));
    }

    @Test
    void whatIsNotKnownYetIsLeftOut() {
        add("aws:ecs/service:Service", "s", Map.of("desiredCount", new Value.Unknown(), "capacityProviderStrategies", new Value.Unknown()), Map.of());
        add("aws:ec2/subnet:Subnet", "a", Map.of("cidrBlock", new Value.Unknown()), Map.of());

        assertThat(ArchitectureReader.read(plan).nodes(Kind.SERVICE).get(0).lines()).containsExactly("tasks");
    }

    private void service() {
        plan.add(Resource.builder(COMPONENT).build());
        add("aws:ecs/taskDefinition:TaskDefinition", "task",
                Map.of("cpu", text("512"), "memory", text("1024"), "containerDefinitions", text("[{\"name\":\"app\"},{\"name\":\"envoy\"}]")), Map.of());
        add("aws:ecs/service:Service", "orders", Map.of("desiredCount", number("2")), Map.of(
                "networkConfiguration", group("tasks"), "taskDefinition", List.of(urn("aws:ecs/taskDefinition:TaskDefinition", "task"))), COMPONENT);
        add("aws:ec2/securityGroup:SecurityGroup", "tasks", Map.of(), Map.of());
        add("aws:ec2/securityGroup:SecurityGroup", "edge-group", Map.of(), Map.of());
    }

    private void add(String type, String name, Map<String, Value> properties, Map<String, List<String>> origins) {
        add(type, name, properties, origins, "");
    }

    private void add(String type, String name, Map<String, Value> properties, Map<String, List<String>> origins, String parent) {
        Map<String, Value> all = new HashMap<>(properties);
        origins.keySet().forEach(p -> all.put(p, new Value.Unknown()));
        Resource.Builder builder = Resource.builder(urn(type, name)).properties(all).propertyDependencies(origins);
        plan.add((parent.isEmpty() ? builder : builder.parent(parent)).build());
    }

    private static List<String> group(String name) {
        return List.of(urn("aws:ec2/securityGroup:SecurityGroup", name));
    }

    private static String urn(String type, String name) {
        return "urn:pulumi:dev::shop::" + type + "::" + name;
    }

    private static Value text(String text) {
        return new Value.Text(text);
    }

    private static Value number(String number) {
        return new Value.Num(Long.valueOf(number));
    }
}
