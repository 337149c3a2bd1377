package dev.tandem.components.functions;

import dev.tandem.components.iam.RolePlan;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A small function as plain data.
 *
 * @param name           physical name, at most 64 characters
 * @param description    what it does, one sentence
 * @param modules        Python modules that it consists of; the first one has the function {@code handler}
 * @param environment    variables that are known in a plan; nothing secret
 * @param role           what it may do
 * @param timeoutSeconds it is stopped after so many seconds, at most 900
 * @param memoryMiB      memory, 128 and more; its share of a vCPU grows with it
 */
public record FunctionPlan(
        String name,
        String description,
        List<String> modules,
        Map<String, String> environment,
        RolePlan role,
        int timeoutSeconds,
        int memoryMiB) {

    /** Source: Lambda, "Supported runtimes": maintained until June 2029. */
    public static final String RUNTIME = "python3.13";

    private static final int LONGEST_NAME = 64;

    /** @throws IllegalArgumentException when the name is too long or the time-out too high */
    public FunctionPlan {
        modules = List.copyOf(modules);
        environment = Collections.unmodifiableMap(new TreeMap<>(environment));
        if (name.length() > LONGEST_NAME) {
            throw new IllegalArgumentException("function name \"" + name + "\" has " + name.length()
                    + " characters, Lambda takes " + LONGEST_NAME);
        }
        if (timeoutSeconds < 1 || timeoutSeconds > 900) {
            throw new IllegalArgumentException("function " + name + " has a time-out of " + timeoutSeconds
                    + " s, Lambda takes 1 to 900 s");
        }
    }

    /** What Lambda calls. */
    public String handler() {
        return modules.get(0) + ".handler";
    }

    /** Log group that Lambda writes to. */
    public String logGroup() {
        return "/aws/lambda/" + name;
    }

    /** Text of a module. */
    public static String source(String module) {
        try (InputStream in = FunctionPlan.class.getResourceAsStream(module + ".py")) {
            if (in == null) {
                throw new IllegalArgumentException("there is no module " + module + " among the functions' sources");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
