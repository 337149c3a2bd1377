package dev.tandem.infra;

import com.pulumi.Context;
import com.pulumi.resources.Resource;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import com.pulumi.test.TestResult;
import dev.tandem.components.source.SourcePositions;
import dev.tandem.infra.config.ConfigReader;
import dev.tandem.infra.config.StackConfig;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** The whole program by Pulumi's own mocks; {@link PulumiTest#cleanup} belongs after each run. */
final class MockedProgram {

    /** What the secondary reads of a primary that is deployed. */
    static final Map<String, Object> PRIMARY = Map.of("outputs", Map.of(
            "region", "eu-central-1", "vpcId", "vpc-1", "vpcCidr", "10.20.0.0/16", "privateRouteTableIds",
            List.of("rtb-1", "rtb-2"), "albDnsName", "alb.example.com", "albZoneId", "Z1",
            "kmsKeyArn", "arn:aws:kms:eu-central-1:111122223333:key/1"));

    private final Map<String, Mocks.ResourceArgs> declared = new ConcurrentHashMap<>();

    /** What it has declared so far, by {@code type::name}. */
    Map<String, Mocks.ResourceArgs> declared() {
        return declared;
    }

    /** Runs it by a configuration as the engine hands it over, to the end. */
    TestResult run(String stack, Map<String, Object> peer, String configuration) {
        StackConfig config = ConfigReader.read(stack, configuration, null);
        TestResult result = deploy(stack, peer, ctx -> Main.declare(ctx, config)).throwOnError();
        for (Resource resource : result.resources()) {
            PulumiTest.extractValue(resource.urn());
        }
        return result;
    }

    TestResult deploy(String stack, Map<String, Object> peer, Consumer<Context> program) {
        return PulumiTest.withMocks(new Recorder(peer))
                .withOptions(TestOptions.builder().projectName("tandem").stackName(stack).preview(false)
                        .resourceTransformations(SourcePositions.stackOptions().resourceTransformations()).build())
                .runTest(program);
    }

    /** Answers a registration with its inputs and a few made-up outputs, a question with the peer's outputs. */
    private final class Recorder implements Mocks {
        private final Map<String, Object> peer;

        Recorder(Map<String, Object> peer) {
            this.peer = peer;
        }

        @Override
        public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
            declared.put(args.type + "::" + args.name, args);
            Map<String, Object> state = new HashMap<>(args.inputs);
            for (String output : List.of("arn", "arnSuffix", "dnsName", "zoneId", "hostedZone", "prefixListId", "keyId", "fqdn")) {
                state.putIfAbsent(output, output + "-of-" + args.name);
            }
            state.put("nameServers", List.of("ns-1.example.net"));
            if (args.type.equals("aws:ec2/vpc:Vpc")) {
                state.put("ipv6CidrBlock", "2a05:d014:1b2:4300::/56");
            }
            if (args.type.equals("aws:acm/certificate:Certificate")) {
                state.put("domainValidationOptions", List.of(Map.of("domainName", "api.tandem.example", "resourceRecordName",
                        "_1.api.tandem.example", "resourceRecordType", "CNAME", "resourceRecordValue", "_2.acm-validations.aws")));
            }
            if (args.type.equals("aws:acm/certificateValidation:CertificateValidation")) {
                state.put("certificateArn", "valid");
            }
            return CompletableFuture.completedFuture(ResourceResult.of(Optional.of("id-of-" + args.name), state));
        }

        @Override
        public CompletableFuture<Map<String, Object>> callAsync(CallArgs args) {
            return CompletableFuture.completedFuture(peer);
        }
    }
}
