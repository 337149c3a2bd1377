package dev.tandem.mesh.route;

/**
 * What the stack decides of a service's document, whatever operators publish: path, port, health path, who rolls it out,
 * who calls it and whom it calls. Shares, pins, limits, timeouts and faults are the operators'. The trust domain is neither's to change while the service
 * lives, so it stays as published. Pure.
 */
public final class DeclaredPart {

    private DeclaredPart() {}

    /** The published document with the stack's part as it is declared now. */
    public static RouteDocument applied(RouteDocument published, RouteDocument declared) {
        return published.toBuilder()
                .path(declared.path())
                .application(declared.port(), declared.healthPath())
                .rolledOutBy(declared.rolledOutBy())
                .callers(declared.callers())
                .calls(declared.calls())
                .build();
    }
}
