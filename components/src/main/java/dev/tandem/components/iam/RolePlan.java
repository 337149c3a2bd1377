package dev.tandem.components.iam;

import java.util.Collections;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A role as plain data. There is no way to leave the boundary out.
 *
 * @param name                   physical name, at most 64 characters; IAM is global, so it should name the region
 * @param description            what the role is for, one sentence
 * @param trust                  who may assume it
 * @param policies               inline policies by name: rights that belong to this role alone
 * @param permissionsBoundaryArn ARN of the policy that limits whatever the role is granted
 * @param tags                   tags besides the provider's default ones
 */
public record RolePlan(
        String name,
        String description,
        PolicyDocument trust,
        Map<String, PolicyDocument> policies,
        String permissionsBoundaryArn,
        Map<String, String> tags) {

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9_+=,.@-]+");
    private static final Pattern BOUNDARY = Pattern.compile("arn:aws:iam::(\\d{12}|aws):policy/.+");
    private static final int MAX_NAME = 64;

    /** @throws IllegalArgumentException when the name, the boundary's ARN or a document's kind is wrong */
    public RolePlan {
        Objects.requireNonNull(description, "description");
        if (name == null || name.length() > MAX_NAME || !NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("role name \"" + name + "\" has " + (name == null ? 0 : name.length())
                    + " characters: expected 1 to " + MAX_NAME + " letters, digits and _+=,.@-");
        }
        if (permissionsBoundaryArn == null || !BOUNDARY.matcher(permissionsBoundaryArn).matches()) {
            throw new IllegalArgumentException("role " + name + " has the permissions boundary \""
                    + permissionsBoundaryArn + "\": expected a policy's ARN, such as "
                    + "\"arn:aws:iam::111122223333:policy/tandem-boundary\"");
        }
        require(name, "trust", trust, PolicyDocument.Kind.TRUST);
        policies.forEach((key, document) -> require(name, key, document, PolicyDocument.Kind.IDENTITY));
        policies = Collections.unmodifiableMap(new TreeMap<>(policies));
        tags = Collections.unmodifiableMap(new TreeMap<>(tags));
    }

    private static void require(String role, String what, PolicyDocument document, PolicyDocument.Kind kind) {
        if (document.kind() != kind) {
            throw new IllegalArgumentException("role " + role + " was given a document of kind " + document.kind() + " as "
                    + what + " policy: expected " + kind);
        }
    }
}
