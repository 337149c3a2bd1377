package dev.tandem.policy.testing;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.tandem.policy.PublicApi;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.model.Urn;
import dev.tandem.policy.model.Value;
import dev.tandem.policy.model.Values;
import dev.tandem.policy.wire.ResourceDecoder;
import dev.tandem.policy.wire.StructEncoder;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import pulumirpc.AnalyzerOuterClass.AnalyzeRequest;
import pulumirpc.AnalyzerOuterClass.AnalyzerPropertyDependencies;
import pulumirpc.AnalyzerOuterClass.AnalyzerProviderResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerResource;
import pulumirpc.AnalyzerOuterClass.AnalyzerResourceOptions;

/**
 * A resource as a program could register it. Every {@code with} method returns a changed copy, so a clean example can be
 * the base of many violating ones.
 *
 * <pre>{@code
 * TestResource bucket = TestResource.of("aws:s3/bucket:Bucket", "logs").with("versioning.enabled", true);
 * TestResource open = bucket.with("acl", "public-read").withSecret("tags.Owner", "me").withUnknown("kmsKeyId");
 * }</pre>
 *
 * <p>Property paths are those of {@link dev.tandem.policy.model.PropertyPath} without wildcards and JSON steps. Values
 * are plain Java objects or {@link Value}s, see {@link Values#of}. What is not set is absent. A path or value of another
 * form is an {@link IllegalArgumentException}.
 *
 * <p>Immutable and thread-safe.
 */
@PublicApi
public final class TestResource {

    static final String STACK = "dev";
    static final String PROJECT = "test";

    private final Urn urn;
    private final String parent;
    private final Map<String, Value> properties;
    private final AnalyzerResourceOptions options;
    private final AnalyzerProviderResource provider;
    private final Set<String> dependencies;
    private final Map<String, Set<String>> propertyDependencies;

    private TestResource(
            Urn urn,
            String parent,
            Map<String, Value> properties,
            AnalyzerResourceOptions options,
            AnalyzerProviderResource provider,
            Set<String> dependencies,
            Map<String, Set<String>> propertyDependencies) {
        this.urn = urn;
        this.parent = parent;
        this.properties = properties;
        this.options = options;
        this.provider = provider;
        this.dependencies = dependencies;
        this.propertyDependencies = propertyDependencies;
    }

    /**
     * {@return a resource without properties, child of the stack {@code dev} of project {@code test}}
     *
     * @param type a type token
     * @param name unique within the type
     */
    public static TestResource of(String type, String name) {
        return new TestResource(
                new Urn(STACK, PROJECT, type, name),
                stackUrn(),
                Map.of(),
                AnalyzerResourceOptions.getDefaultInstance(),
                null,
                Set.of(),
                Map.of());
    }

    /**
     * {@return a resource with properties from a plain map}
     *
     * @param type a type token
     * @param name unique within the type
     * @param properties top-level, by name
     */
    public static TestResource of(String type, String name, Map<String, ?> properties) {
        return of(type, name).withAll(properties);
    }

    /** {@return the stack itself, the root of every other resource} */
    public static TestResource stack() {
        TestResource stack = of("pulumi:pulumi:Stack", PROJECT + "-" + STACK);
        return new TestResource(
                stack.urn, "", stack.properties, stack.options, null, stack.dependencies, stack.propertyDependencies);
    }

    static String stackUrn() {
        return new Urn(STACK, PROJECT, "pulumi:pulumi:Stack", PROJECT + "-" + STACK).toString();
    }

    /**
     * Sets the value at a path; objects on the way are made, and a list grows by one at its end.
     *
     * @param path of a property
     * @param value what is there
     * @return a changed copy
     */
    public TestResource with(String path, Object value) {
        return properties(TreeEdit.set(properties, path, Values.of(value)));
    }

    /**
     * Sets top-level properties, whatever characters their names have.
     *
     * @param more values by name
     * @return a changed copy
     */
    public TestResource withAll(Map<String, ?> more) {
        Map<String, Value> all = new LinkedHashMap<>(properties);
        all.putAll(Values.fields(more));
        return properties(all);
    }

    /**
     * Sets a value that is not known before the deployment.
     *
     * @param path of a property
     * @return a changed copy
     */
    public TestResource withUnknown(String path) {
        return with(path, Values.unknown());
    }

    /**
     * Sets a value marked secret.
     *
     * @param path of a property
     * @param value what is secret
     * @return a changed copy
     */
    public TestResource withSecret(String path, Object value) {
        return with(path, Values.secret(value));
    }

    /**
     * Takes the value at a path away.
     *
     * @param path of a property
     * @return a changed copy
     */
    public TestResource without(String path) {
        return properties(TreeEdit.remove(properties, path));
    }

    /**
     * Makes this a child of a component or another resource.
     *
     * @param newParent in place of the stack
     * @return a changed copy, with another URN
     */
    public TestResource childOf(TestResource newParent) {
        Urn qualified = new Urn(
                urn.stack(), urn.project(), newParent.urn.qualifiedType() + "$" + urn.type(), urn.name());
        return new TestResource(
                qualified, newParent.urn(), properties, options, provider, dependencies, propertyDependencies);
    }

    /**
     * Says which resources a top-level property came from; seen by stack rules. The value itself is set apart.
     *
     * @param property a top-level name
     * @param sources added to those said before
     * @return a changed copy
     */
    public TestResource withPropertyFrom(String property, TestResource... sources) {
        Map<String, Set<String>> more = new LinkedHashMap<>(propertyDependencies);
        Set<String> urns = new LinkedHashSet<>(more.getOrDefault(property, Set.of()));
        Set<String> all = new LinkedHashSet<>(dependencies);
        for (TestResource source : sources) {
            urns.add(source.urn());
            all.add(source.urn());
        }
        more.put(property, urns);
        return new TestResource(urn, parent, properties, options, provider, all, more);
    }

    /**
     * Adds {@code dependsOn}; seen by stack rules.
     *
     * @param others added to those said before
     * @return a changed copy
     */
    public TestResource dependingOn(TestResource... others) {
        Set<String> all = new LinkedHashSet<>(dependencies);
        for (TestResource other : others) {
            all.add(other.urn());
        }
        return new TestResource(urn, parent, properties, options, provider, all, propertyDependencies);
    }

    /**
     * Sets the provider that manages the resource, such as
     * {@code withProvider("aws", "eu", Map.of("region", "eu-west-1"))}.
     *
     * @param pkg the provider's package
     * @param name of the provider resource
     * @param inputs its properties, by name
     * @return a changed copy
     */
    public TestResource withProvider(String pkg, String name, Map<String, ?> inputs) {
        String type = "pulumi:providers:" + pkg;
        AnalyzerProviderResource set = AnalyzerProviderResource.newBuilder()
                .setType(type)
                .setName(name)
                .setUrn(new Urn(STACK, PROJECT, type, name).toString())
                .setProperties(StructEncoder.encode(Values.fields(inputs)))
                .build();
        return new TestResource(urn, parent, properties, options, set, dependencies, propertyDependencies);
    }

    /**
     * Sets resource options such as {@code o -> o.setProtect(true)}.
     *
     * @param change applied to the options set so far
     * @return a changed copy
     */
    public TestResource withOptions(Consumer<AnalyzerResourceOptions.Builder> change) {
        AnalyzerResourceOptions.Builder builder = options.toBuilder();
        change.accept(builder);
        return new TestResource(
                urn, parent, properties, builder.build(), provider, dependencies, propertyDependencies);
    }

    /** {@return the URN, in stack {@code dev} of project {@code test}} */
    public String urn() {
        return urn.toString();
    }

    /** {@return the type token} */
    public String type() {
        return urn.type();
    }

    /** {@return what the engine would send for a resource rule, with inputs} */
    public AnalyzeRequest toAnalyzeRequest() {
        AnalyzeRequest.Builder out = AnalyzeRequest.newBuilder()
                .setType(urn.type())
                .setName(urn.name())
                .setUrn(urn())
                .setProperties(StructEncoder.encode(properties))
                .setOptions(options.toBuilder().setParent(parent));
        if (provider != null) {
            out.setProvider(provider);
        }
        return out.build();
    }

    /** {@return what the engine would send for a stack rule, with dependencies} */
    public AnalyzerResource toAnalyzerResource() {
        AnalyzeRequest common = toAnalyzeRequest();
        AnalyzerResource.Builder out = AnalyzerResource.newBuilder()
                .setType(common.getType())
                .setName(common.getName())
                .setUrn(common.getUrn())
                .setProperties(common.getProperties())
                .setOptions(common.getOptions())
                .setParent(parent)
                .addAllDependencies(dependencies);
        propertyDependencies.forEach((property, urns) -> out.putPropertyDependencies(
                property, AnalyzerPropertyDependencies.newBuilder().addAllUrns(urns).build()));
        if (provider != null) {
            out.setProvider(provider);
        }
        return out.build();
    }

    /** {@return the resource as a resource rule gets it, after a round trip through protobuf bytes} */
    public Resource asInput() {
        try {
            return ResourceDecoder.decode(AnalyzeRequest.parseFrom(toAnalyzeRequest().toByteArray()));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(urn + " does not survive protobuf: " + e.getMessage(), e);
        }
    }

    /** {@return the resource as a stack rule gets it, after a round trip through protobuf bytes} */
    public Resource asOutput() {
        try {
            return ResourceDecoder.decode(AnalyzerResource.parseFrom(toAnalyzerResource().toByteArray()));
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalStateException(urn + " does not survive protobuf: " + e.getMessage(), e);
        }
    }

    List<String> dependencies() {
        return List.copyOf(dependencies);
    }

    private TestResource properties(Map<String, Value> changed) {
        return new TestResource(urn, parent, changed, options, provider, dependencies, propertyDependencies);
    }
}
