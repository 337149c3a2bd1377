package dev.tandem.preview.engine;

import dev.tandem.policy.model.Urn;
import dev.tandem.policy.model.Value;
import dev.tandem.preview.engine.RefusedException.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Everything registered in one preview of one stack, in order. Thread-safe. */
public final class Deployment {

    private final String project;
    private final String stack;
    private final Map<String, Registration> registered = new LinkedHashMap<>();
    private final Map<String, DeclaredAt> declarations = new HashMap<>();
    private final List<String> reads = new ArrayList<>();
    private final List<RefusedException> refusals = new ArrayList<>();

    public Deployment(String project, String stack) {
        this.project = project;
        this.stack = stack;
    }

    /** The resources in the order in which they were registered. */
    public synchronized List<Registration> resources() {
        return List.copyOf(registered.values());
    }

    public synchronized Optional<Registration> find(String urn) {
        return Optional.ofNullable(registered.get(urn));
    }

    /** The URN of the stack resource, registered or not. */
    public String stackUrn() {
        return new Urn(stack, project, Registration.STACK_TYPE, project + "-" + stack).toString();
    }

    /** Notes where a resource is declared; what the program sent with the resource is kept. */
    public synchronized void declared(String urn, DeclaredAt place) {
        declarations.putIfAbsent(urn, place);
    }

    /** Where resources are declared, by URN, as far as it was said. */
    public synchronized Map<String, DeclaredAt> declarations() {
        return Map.copyOf(declarations);
    }

    /** URNs of existing resources that the program only reads. */
    public synchronized List<String> reads() {
        return List.copyOf(reads);
    }

    /** What was refused for a missing fixture, in order. */
    public synchronized List<String> missingConfiguration() {
        return messages(Kind.CONFIGURATION);
    }

    /** What was refused because no engine would do it, in order. */
    public synchronized List<String> programErrors() {
        return messages(Kind.PROGRAM);
    }

    /** The URN that the engine gives: the parent's chain of types, without the stack's. */
    String urn(String parent, String type, String name) {
        String qualified = type;
        if (!parent.isEmpty()) {
            Urn parentUrn = Urn.parse(parent);
            if (!parentUrn.qualifiedType().equals(Registration.STACK_TYPE)) {
                qualified = parentUrn.qualifiedType() + "$" + type;
            }
        }
        return new Urn(stack, project, qualified, name).toString();
    }

    /** @throws RefusedException when the URN is taken */
    public synchronized void add(Registration resource) {
        if (registered.containsKey(resource.urn()) || reads.contains(resource.urn())) {
            throw new RefusedException(Kind.PROGRAM, "two resources have the URN '" + resource.urn()
                    + "': expected another name for one of them (type " + resource.type() + ", name '"
                    + resource.name() + "', below " + (resource.parent().isEmpty() ? "the stack" : resource.parent())
                    + ")");
        }
        registered.put(resource.urn(), resource);
    }

    synchronized void addRead(String urn) {
        reads.add(urn);
    }

    synchronized void replaceInputs(String urn, Map<String, Value> inputs) {
        registered.computeIfPresent(urn, (u, r) -> r.withInputs(inputs));
    }

    /** @throws RefusedException when nothing of that URN was registered */
    synchronized void setOutputs(String urn, Map<String, Value> outputs) {
        if (registered.computeIfPresent(urn, (u, r) -> r.withOutputs(outputs)) == null) {
            throw new RefusedException(Kind.PROGRAM, "outputs for '" + urn + "', which was never registered");
        }
    }

    /** @throws RefusedException when the parent is unknown */
    synchronized Registration parent(String urn) {
        if (urn.isEmpty()) {
            return null;
        }
        Registration parent = registered.get(urn);
        if (parent == null) {
            throw new RefusedException(Kind.PROGRAM, "could not find parent resource '" + urn + "'");
        }
        return parent;
    }

    synchronized void refused(RefusedException e) {
        refusals.add(e);
    }

    private List<String> messages(Kind kind) {
        return refusals.stream().filter(r -> r.kind() == kind).map(RefusedException::getMessage).distinct().toList();
    }
}
