package dev.tandem.components.provider;

import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/**
 * Answers the language host, which installs the plugins named here before it starts a program or package. Pulumi's own answer
 * lists every SDK on the class path; providers that only a choice needs are left out unless it is made. The package offers none
 * of these choices, so that whoever uses it needs exactly {@code aws}.
 */
public final class RequiredPackages {

    /** Provider of {@code awsx.ec2.Vpc}. */
    public static final String AWSX = "awsx";

    /** Provider of ECS services with deployment strategies. */
    public static final String AWS_NATIVE = "aws-native";

    /** Providers that only a choice needs. */
    public static final Set<String> CHOICES = Set.of(AWSX, AWS_NATIVE);

    private RequiredPackages() {}

    /** Prints the packages of the component package as JSON, as {@code com.pulumi.bootstrap.internal.Main packages} does. */
    public static void main(String[] args) {
        print(args, Set.of());
    }

    /**
     * Prints packages as JSON on stdout, where nothing else may stand.
     *
     * @param args   what the host asks
     * @param chosen those of {@link #CHOICES} that are needed
     */
    public static void print(String[] args, Set<String> chosen) {
        ByteArrayOutputStream heard = new ByteArrayOutputStream();
        PrintStream out = System.out;
        System.setOut(new PrintStream(heard, true, StandardCharsets.UTF_8));
        try {
            com.pulumi.bootstrap.internal.Main.main(args);
        } finally {
            System.setOut(out);
        }
        out.println(needed(heard.toString(StandardCharsets.UTF_8), chosen));
    }

    private static String needed(String all, Set<String> chosen) {
        JsonArray out = new JsonArray();
        for (JsonElement one : JsonParser.parseString(all).getAsJsonArray()) {
            String name = one.getAsJsonObject().get("name").getAsString();
            if (!CHOICES.contains(name) || chosen.contains(name)) {
                out.add(one);
            }
        }
        return new Gson().toJson(out);
    }
}
