package dev.tandem.mesh.identity;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.ssm.model.ParameterAlreadyExistsException;
import software.amazon.awssdk.services.ssm.model.ParameterNotFoundException;
import software.amazon.awssdk.services.ssm.model.ParameterTier;
import software.amazon.awssdk.services.ssm.model.ParameterType;
import software.amazon.awssdk.services.ssm.model.PutParameterRequest;

/** The Parameter Store of a region; standard tier, which costs nothing and holds 4096 bytes. Safe for use by several threads. */
public final class SsmParameters implements ParameterStore {

    private final SsmClient ssm;
    private final String dataKey;
    private final AwsCalls calls;

    /**
     * A region's store.
     *
     * @param dataKey alias or ARN of the customer key that secrets are encrypted with
     * @param role    the role that is expected to call, for errors
     */
    public SsmParameters(SsmClient ssm, String dataKey, String role) {
        this.ssm = ssm;
        this.dataKey = dataKey;
        this.calls = new AwsCalls(role);
    }

    @Override
    public Optional<String> get(String name) {
        try {
            return Optional.of(calls.call("ssm:GetParameter", name,
                    () -> ssm.getParameter(request -> request.name(name).withDecryption(true)).parameter().value(),
                    ParameterNotFoundException.class));
        } catch (ParameterNotFoundException e) {
            return Optional.empty();
        }
    }

    @Override
    public Map<String, String> below(String path) {
        return calls.call("ssm:GetParametersByPath", path, () -> {
            Map<String, String> found = new TreeMap<>();
            ssm.getParametersByPathPaginator(request -> request.path(path).withDecryption(true))
                    .stream()
                    .flatMap(page -> page.parameters().stream())
                    .forEach(parameter -> found.put(parameter.name(), parameter.value()));
            return found;
        });
    }

    @Override
    public void putSecret(String name, String value) {
        put(request(name, value).type(ParameterType.SECURE_STRING).keyId(dataKey).overwrite(true).build());
    }

    @Override
    public void put(String name, String value) {
        put(request(name, value).type(ParameterType.STRING).overwrite(true).build());
    }

    @Override
    public boolean create(String name, String value) {
        PutParameterRequest request = request(name, value).type(ParameterType.STRING).overwrite(false).build();
        try {
            calls.call("ssm:PutParameter", name, () -> ssm.putParameter(request), ParameterAlreadyExistsException.class);
            return true;
        } catch (ParameterAlreadyExistsException e) {
            return false;
        }
    }

    @Override
    public void delete(String name) {
        try {
            calls.call("ssm:DeleteParameter", name, () -> ssm.deleteParameter(request -> request.name(name)),
                    ParameterNotFoundException.class);
        } catch (ParameterNotFoundException e) {
            return; // Another run was first.
        }
    }

    private void put(PutParameterRequest request) {
        calls.call("ssm:PutParameter", request.name(), () -> ssm.putParameter(request));
    }

    private static PutParameterRequest.Builder request(String name, String value) {
        int bytes = value.getBytes(StandardCharsets.UTF_8).length;
        if (bytes > LARGEST) {
            throw new IdentityException("parameter " + name + " would have " + bytes + " bytes, a standard parameter holds "
                    + LARGEST + ": nothing was written");
        }
        return PutParameterRequest.builder().name(name).value(value).tier(ParameterTier.STANDARD);
    }
}
