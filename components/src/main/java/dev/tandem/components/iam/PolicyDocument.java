package dev.tandem.components.iam;

import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/**
 * A policy document of one kind, checked for what that kind must and must not have. Immutable.
 *
 * @param kind       where the document is attached
 * @param statements in the order given; at least one
 */
public record PolicyDocument(Kind kind, List<Statement> statements) {

    /** The language version that IAM expects; the older one lacks policy variables. */
    public static final String VERSION = "2012-10-17";

    /** Where a document is attached, which decides what its statements consist of. */
    public enum Kind {
        /** Attached to a role or user: no principals, resources required. */
        IDENTITY(false, true),
        /** Attached to a bucket, key, queue or endpoint: principals and resources required. */
        RESOURCE(true, true),
        /** A role's trust policy: principals required, no resources. */
        TRUST(true, false),
        /** Attached to an image repository, which is the resource by itself: principals required, no resources. */
        REPOSITORY(true, false);

        private final boolean principals;
        private final boolean resources;

        Kind(boolean principals, boolean resources) {
            this.principals = principals;
            this.resources = resources;
        }
    }

    /** @throws IllegalArgumentException when a statement does not fit the kind, or two have one name */
    public PolicyDocument {
        Objects.requireNonNull(kind, "kind");
        statements = List.copyOf(statements);
        if (statements.isEmpty()) {
            throw new IllegalArgumentException("a policy document has 0 statements, at least 1 is expected");
        }
        Set<String> names = new HashSet<>();
        for (Statement statement : statements) {
            if (!names.add(statement.sid())) {
                throw new IllegalArgumentException(
                        "two statements of one policy document are named " + statement.sid() + ": names must differ");
            }
            checkParts(kind, statement);
        }
    }

    /** A policy for a role or user. Allowing {@code *} on {@code *}, or a whole service on {@code *}, is refused. */
    public static PolicyDocument identity(Statement... statements) {
        return new PolicyDocument(Kind.IDENTITY, List.of(statements));
    }

    /** A policy for a resource: bucket, key, queue, topic, endpoint. */
    public static PolicyDocument resource(Statement... statements) {
        return new PolicyDocument(Kind.RESOURCE, List.of(statements));
    }

    /** A policy for an image repository. */
    public static PolicyDocument repository(Statement... statements) {
        return new PolicyDocument(Kind.REPOSITORY, List.of(statements));
    }

    /**
     * A trust policy under which one AWS service may assume a role, for one account's resources only.
     *
     * @param servicePrincipal such as {@code ecs-tasks.amazonaws.com}
     * @param accountId        twelve digits
     * @param sourceArn        ARN, or pattern, of what the service acts for
     */
    public static PolicyDocument trustService(String servicePrincipal, String accountId, String sourceArn) {
        return new PolicyDocument(Kind.TRUST, List.of(Statement.allow("AssumedByService")
                .services(servicePrincipal)
                .actions("sts:AssumeRole")
                .when(Condition.onBehalfOf(accountId, sourceArn))
                .build()));
    }

    /** The document as canonical JSON: fixed key order, sorted lists, no white space. */
    public String toJson() {
        return CanonicalJson.of(this);
    }

    private static void checkParts(Kind kind, Statement statement) {
        expect(kind, statement, "principals", kind.principals, !statement.principals().isEmpty());
        expect(kind, statement, "resources", kind.resources, !statement.resources().isEmpty());
        boolean everywhere = statement.resources().contains("*");
        if (kind == Kind.IDENTITY && statement.effect() == Effect.ALLOW && everywhere) {
            for (String action : statement.actions()) {
                if (action.endsWith(":*")) {
                    throw new IllegalArgumentException("statement " + statement.sid() + " allows \"" + action
                            + "\" on \"*\": name the actions, or the resources they apply to");
                }
            }
        }
    }

    private static void expect(Kind kind, Statement statement, String part, boolean expected, boolean found) {
        if (expected != found) {
            throw new IllegalArgumentException("statement " + statement.sid() + " has " + (found ? "" : "no ") + part
                    + ", " + (expected ? "but needs them" : "but must have none") + ": it is part of "
                    + (kind == Kind.IDENTITY ? "an " : "a ") + kind.name().toLowerCase(Locale.ROOT) + " policy");
        }
    }
}
