package dev.tandem.components.service;

import dev.tandem.components.iam.Condition;
import dev.tandem.components.iam.Statement;
import dev.tandem.components.mesh.DeclaredRoutes;
import dev.tandem.components.mesh.RouteTable;
import java.util.List;
import java.util.TreeSet;

/**
 * A service's place in the mesh. Pure.
 *
 * @param trustDomain SPIFFE trust domain
 * @param calls       services that it calls, sorted: its agent reads their routes
 */
public record MeshMembership(String trustDomain, List<String> calls) {

    /** Sorts. */
    public MeshMembership {
        calls = List.copyOf(new TreeSet<>(calls));
    }

    /** A service that calls nobody, in its environment's own trust domain. */
    static MeshMembership alone(ServiceNames names) {
        return new MeshMembership(DeclaredRoutes.trustDomain(names.project(), names.environment()), List.of());
    }

    /** The right to read the routes of the service and of those it calls, item by item. */
    Statement readRoutes(ServiceNames names) {
        TreeSet<String> services = new TreeSet<>(calls);
        services.add(names.service());
        return Statement.allow("ReadRoutes")
                .actions("dynamodb:GetItem")
                .resources(names.arn("dynamodb", "table/" + RouteTable.name(names.project(), names.environment())))
                .when(Condition.allStringsEqual("dynamodb:LeadingKeys", services.toArray(String[]::new)))
                .build();
    }
}
