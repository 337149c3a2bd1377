package dev.tandem.components.testing;

import com.pulumi.Context;
import com.pulumi.resources.Resource;
import com.pulumi.test.Mocks;
import com.pulumi.test.PulumiTest;
import com.pulumi.test.TestOptions;
import com.pulumi.test.TestResult;
import dev.tandem.components.program.SettledInputs;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * What a program declares, recorded by Pulumi's own mocks. Every resource's URN is awaited, so that a registration that failed
 * is a failed test and not a resource less.
 */
public final class RecordedDeployment {

    private final Map<String, Registration> byName;
    private final TestResult result;

    private RecordedDeployment(Map<String, Registration> byName, TestResult result) {
        this.byName = byName;
        this.result = result;
    }

    /**
     * One declared resource.
     *
     * @param urn      its URN, whose type part names all ancestors
     * @param type     type token
     * @param name     Pulumi name
     * @param provider reference of its provider, empty for none
     * @param inputs   its inputs
     */
    public record Registration(String urn, String type, String name, String provider, Map<String, Object> inputs) {

        /** Types of the ancestors and its own, outermost first, without the stack. */
        public List<String> typeChain() {
            return Arrays.stream(urn.split("::")[2].split("\\$"))
                    .filter(type -> !type.equals("pulumi:pulumi:Stack"))
                    .toList();
        }

        /** An input as text. */
        public String text(String key) {
            return String.valueOf(inputs.get(key));
        }
    }

    /** Runs a program whose engine answers no invoke. */
    public static RecordedDeployment of(String stack, Consumer<Context> program) {
        return of(stack, call -> Map.of(), program);
    }

    /** Runs a program whose invokes are answered by a function. */
    public static RecordedDeployment of(
            String stack, Function<Mocks.CallArgs, Map<String, Object>> invokes, Consumer<Context> program) {
        Map<String, Mocks.ResourceArgs> seen = new ConcurrentHashMap<>();
        TestResult result = PulumiTest.withMocks(new Recorder(seen, invokes))
                .withOptions(TestOptions.builder().projectName("tandem").stackName(stack).preview(false)
                        .resourceTransformations(List.of(new SettledInputs())).build())
                .runTest(program);
        Map<String, Registration> registrations = new TreeMap<>();
        for (Resource resource : result.resources()) {
            String urn = PulumiTest.extractValue(resource.urn());
            String[] parts = urn.split("::");
            String type = parts[2].substring(parts[2].lastIndexOf('$') + 1);
            Mocks.ResourceArgs args = seen.get(type + "::" + parts[3]);
            if (args != null) {
                registrations.put(type + "::" + parts[3],
                        new Registration(urn, type, parts[3], args.provider == null ? "" : args.provider, args.inputs));
            }
        }
        PulumiTest.cleanup();
        return new RecordedDeployment(registrations, result);
    }

    /** Exit code, errors and stack outputs. */
    public TestResult result() {
        return result;
    }

    /** Everything declared but the stack. */
    public Collection<Registration> all() {
        return byName.values();
    }

    /** Every resource that is no component and no provider. */
    public List<Registration> custom() {
        return byName.values().stream()
                .filter(r -> !r.type().startsWith("tandem:") && !r.type().startsWith("pulumi:"))
                .toList();
    }

    /** All resources of a type. */
    public List<Registration> ofType(String type) {
        return byName.values().stream().filter(r -> r.type().equals(type)).toList();
    }

    /** The resource of a type and name. */
    public Registration get(String type, String name) {
        Registration found = byName.get(type + "::" + name);
        if (found == null) {
            throw new AssertionError("no " + type + " named " + name + " among " + byName.keySet());
        }
        return found;
    }

    /** Answers every registration with its inputs and a few made-up outputs. */
    private record Recorder(
            Map<String, Mocks.ResourceArgs> seen, Function<Mocks.CallArgs, Map<String, Object>> invokes) implements Mocks {

        @Override
        public CompletableFuture<ResourceResult> newResourceAsync(ResourceArgs args) {
            seen.put(args.type + "::" + args.name, args);
            Map<String, Object> state = new HashMap<>(args.inputs);
            state.putIfAbsent("name", args.name);
            state.put("arn", "arn:of:" + args.name);
            state.put("arnSuffix", "suffix/of/" + args.name);
            state.put("zoneId", "zone-of-" + args.name);
            if (args.type.equals("aws:ec2/vpc:Vpc")) {
                state.put("ipv6CidrBlock", "2a05:d014:1b2:4300::/56");
            }
            state.put("nameServers", List.of("ns-1.example.net"));
            return CompletableFuture.completedFuture(ResourceResult.of(Optional.of("id-of-" + args.name), state));
        }

        @Override
        public CompletableFuture<Map<String, Object>> callAsync(CallArgs args) {
            try {
                return CompletableFuture.completedFuture(invokes.apply(args));
            } catch (RuntimeException refused) {
                return CompletableFuture.failedFuture(refused);
            }
        }
    }
}
