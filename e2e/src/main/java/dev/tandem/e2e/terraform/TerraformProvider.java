package dev.tandem.e2e.terraform;

import com.google.protobuf.ByteString;
import dev.tandem.e2e.terraform.wire.ApplyResourceChange;
import dev.tandem.e2e.terraform.wire.Configure;
import dev.tandem.e2e.terraform.wire.DynamicValue;
import dev.tandem.e2e.terraform.wire.GetProviderSchema;
import dev.tandem.e2e.terraform.wire.ImportResourceState;
import dev.tandem.e2e.terraform.wire.PlanResourceChange;
import dev.tandem.e2e.terraform.wire.PrepareProviderConfig;
import dev.tandem.e2e.terraform.wire.ReadResource;
import dev.tandem.e2e.terraform.wire.ValidateResourceTypeConfig;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A Terraform provider. Values are maps by Terraform's names, see {@link Cty}; a state that is null is a resource that is
 * not there. Thread-safe. Calls end after five minutes at most.
 */
public final class TerraformProvider implements AutoCloseable {

    private final PluginProcess process;
    private final Calls calls;
    private final Schemas schemas;

    /**
     * Starts a provider and asks for its schemas.
     *
     * @param binary the provider's executable
     * @param environment added to that of this process
     */
    public TerraformProvider(Path binary, Map<String, String> environment) {
        this.process = new PluginProcess(binary, environment);
        this.calls = new Calls(process.channel());
        this.schemas = new Schemas(calls.call("GetSchema", GetProviderSchema.Response.getDefaultInstance(), GetProviderSchema.Request.getDefaultInstance()));
    }

    /**
     * A resource's state.
     *
     * @param values by Terraform's names; null when there is no resource
     * @param hidden what the provider wants to be given again with it
     */
    public record State(Map<String, Object> values, ByteString hidden) {

        /** A resource that is not there. */
        public static final State NONE = new State(null, ByteString.EMPTY);
    }

    /**
     * What the provider would do.
     *
     * @param replacing the paths whose change it cannot make on a resource that exists
     */
    public record Plan(State state, List<List<String>> replacing) {}

    /** What was done, and what went wrong; both may be there, of a resource that was made in part. */
    public record Applied(State state, List<Complaint> errors) {}

    public Schemas schemas() {
        return schemas;
    }

    /** Tells the provider where it works; all other calls come after it. */
    public void configure(Map<String, Object> configuration) {
        Map<String, Object> whole = schemas.provider().complete(configuration);
        var prepared = calls.call("PrepareProviderConfig", PrepareProviderConfig.Response.getDefaultInstance(), 
                PrepareProviderConfig.Request.newBuilder().setConfig(value(schemas.provider(), whole)).build());
        refuse("the provider's configuration", Complaint.errors(prepared.getDiagnosticsList()));
        var configured = calls.call("Configure", Configure.Response.getDefaultInstance(), Configure.Request.newBuilder()
                .setTerraformVersion("1.11.0").setConfig(value(schemas.provider(), whole)).build());
        refuse("the provider's configuration", Complaint.errors(configured.getDiagnosticsList()));
    }

    /** What is wrong with a configuration; values in it may be unknown. */
    public List<Complaint> validate(String type, Map<String, Object> configuration) {
        return Complaint.errors(calls.call("ValidateResourceTypeConfig", ValidateResourceTypeConfig.Response.getDefaultInstance(), ValidateResourceTypeConfig.Request.newBuilder()
                .setTypeName(type).setConfig(value(schemas.resource(type), configuration)).build()).getDiagnosticsList());
    }

    /**
     * What would be done to make a resource as configured.
     *
     * @throws IllegalArgumentException with the provider's words, when it refuses
     */
    public Plan plan(String type, State prior, Map<String, Object> configuration) {
        Block block = schemas.resource(type);
        var answer = calls.call("PlanResourceChange", PlanResourceChange.Response.getDefaultInstance(), PlanResourceChange.Request.newBuilder()
                .setTypeName(type)
                .setPriorState(value(block, prior.values()))
                .setProposedNewState(value(block, ProposedState.of(block, prior.values(), configuration)))
                .setConfig(value(block, configuration))
                .setPriorPrivate(prior.hidden())
                .build());
        refuse(type, Complaint.errors(answer.getDiagnosticsList()));
        return new Plan(state(block, answer.getPlannedState(), answer.getPlannedPrivate()),
                answer.getRequiresReplaceList().stream().map(Complaint::path).toList());
    }

    /**
     * Does what was planned.
     *
     * @param planned {@link State#NONE} to delete
     * @param configuration null to delete
     */
    public Applied apply(String type, State prior, State planned, Map<String, Object> configuration) {
        Block block = schemas.resource(type);
        var answer = calls.call("ApplyResourceChange", ApplyResourceChange.Response.getDefaultInstance(), ApplyResourceChange.Request.newBuilder()
                .setTypeName(type)
                .setPriorState(value(block, prior.values()))
                .setPlannedState(value(block, planned.values()))
                .setConfig(value(block, configuration))
                .setPlannedPrivate(planned.values() == null ? prior.hidden() : planned.hidden())
                .build());
        return new Applied(state(block, answer.getNewState(), answer.getPrivate()), Complaint.errors(answer.getDiagnosticsList()));
    }

    /** A resource as it is now; {@link State#NONE} when it is gone. */
    public State read(String type, State known) {
        Block block = schemas.resource(type);
        var answer = calls.call("ReadResource", ReadResource.Response.getDefaultInstance(), ReadResource.Request.newBuilder()
                .setTypeName(type).setCurrentState(value(block, known.values())).setPrivate(known.hidden()).build());
        refuse(type, Complaint.errors(answer.getDiagnosticsList()));
        return state(block, answer.getNewState(), answer.getPrivate());
    }

    /** A resource that nobody knows yet, by its id; empty when there is none. */
    public Optional<State> find(String type, String id) {
        var answer = calls.call("ImportResourceState", ImportResourceState.Response.getDefaultInstance(), ImportResourceState.Request.newBuilder().setTypeName(type).setId(id).build());
        refuse(type, Complaint.errors(answer.getDiagnosticsList()));
        return answer.getImportedResourcesList().stream()
                .filter(found -> found.getTypeName().equals(type))
                .map(found -> read(type, state(schemas.resource(type), found.getState(), found.getPrivate())))
                .filter(state -> state.values() != null)
                .findFirst();
    }

    @Override
    public void close() {
        process.close();
    }

    private static DynamicValue value(Block block, Map<String, Object> value) {
        return DynamicValue.newBuilder().setMsgpack(ByteString.copyFrom(block.write(value))).build();
    }

    private static State state(Block block, DynamicValue value, ByteString hidden) {
        return new State(block.read(value.getMsgpack().toByteArray()), hidden);
    }

    private static void refuse(String what, List<Complaint> errors) {
        if (!errors.isEmpty()) {
            throw new IllegalArgumentException(what + ": " + Complaint.text(errors));
        }
    }
}
