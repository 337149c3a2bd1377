package dev.tandem.cli.scaffold;

import java.util.List;
import java.util.Set;
import javax.lang.model.SourceVersion;

/**
 * A service that is to be made.
 *
 * @param name 2 to 16 lower-case letters, digits and dashes
 * @param path of the load balancer, such as {@code /api/orders}
 * @param team owning team, a tag
 */
public record NewService(String name, String path, String team) {

    /** Modules that are no service but are called like one, repositories of sidecars; the template's own class has the last word. */
    private static final Set<String> TAKEN = Set.of("events", "kit", "service", "envoy", "collector", "mesh-issuer");

    /** Ends of names that others have: a service's trial (Staging), and the repository of what rotates its keys (SigningKeys). */
    private static final List<String> ENDS_TAKEN = List.of("-stg", "-keys");

    /** @throws ScaffoldException when a part is malformed */
    public NewService {
        if (!name.matches("[a-z][a-z0-9-]{0,14}[a-z0-9]") || TAKEN.contains(name) || SourceVersion.isKeyword(name)) {
            throw new ScaffoldException("the name \"" + name + "\": expected 2 to 16 lower-case letters, digits and dashes, a letter first"
                    + " and no dash last, and no word of Java, module of this clone or image of a sidecar, such as \"orders\"");
        }
        ENDS_TAKEN.stream().filter(name::endsWith).findFirst().ifPresent(end -> {
            throw new ScaffoldException("the name \"" + name + "\" ends with \"" + end + "\": expected another end, since \"-stg\" is that of"
                    + " services' trials in staging, and \"-keys\" that of the repositories of images that rotate signing keys");
        });
        if (!path.matches("(/[a-z0-9][a-z0-9._~-]*){1,10}")) {
            throw new ScaffoldException("the path \"" + path + "\": expected an absolute path of lower-case segments, no slash at the end,"
                    + " such as \"/api/" + name + "\"");
        }
        if (!team.matches("[A-Za-z0-9][A-Za-z0-9 ._-]{0,62}")) {
            throw new ScaffoldException("the team \"" + team + "\": expected 1 to 63 letters, digits, spaces and ._-, such as \"commerce\"");
        }
    }

    /** Its Maven module and directory. */
    public String module() {
        return "service-" + name;
    }

    /** Last part of its Java package. */
    String javaPackage() {
        return name.replace("-", "");
    }

    /** First part of its classes' names. */
    String className() {
        StringBuilder words = new StringBuilder();
        for (String word : name.split("-")) {
            if (!word.isEmpty()) {
                words.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
            }
        }
        return words.toString();
    }
}
