package dev.tandem.mesh.route;

import java.util.List;
import java.util.regex.Pattern;

/** Names: service, environment, trust domain, path, callers and calls. */
final class IdentityChecks {

    /** As the components name services. */
    private static final Pattern SERVICE = Pattern.compile("[a-z][a-z0-9-]{0,14}[a-z0-9]");

    private static final Pattern ENVIRONMENT = Pattern.compile("[a-z][a-z0-9-]{0,14}[a-z0-9]");
    private static final Pattern PATH = Pattern.compile("(/[a-z0-9][a-z0-9._-]*)+");
    private static final Pattern HEALTH_PATH = Pattern.compile("/[A-Za-z0-9/._~-]{0,255}");
    private static final String NAME_FORM = "2 to 16 lower-case letters, digits and dashes, a letter first and no dash last";

    private IdentityChecks() {}

    static void check(RouteDocument document, Checks checks) {
        checks.text("service", document.service(), SERVICE, NAME_FORM + ", such as \"auth\"");
        checks.text("environment", document.environment(), ENVIRONMENT, NAME_FORM + ", such as \"prod\"");
        if (!TrustDomains.isDnsName(document.trustDomain())) {
            checks.add("trustDomain", "\"" + document.trustDomain() + "\"", TrustDomains.EXPECTED);
        }
        document.path().ifPresent(path -> checks.text("path", path, PATH,
                "an absolute path of lower-case segments without a slash at the end, such as \"/api/auth\""));
        checks.text("healthPath", document.healthPath(), HEALTH_PATH, "an absolute path such as \"/healthz\"");
        checks.range("port", document.port(), 1024, 65_535, "since containers run without privileges");
        others("callers", document.callers(), document.service(), checks);
        others("calls", document.calls(), document.service(), checks);
    }

    private static void others(String path, List<String> names, String service, Checks checks) {
        for (String name : names) {
            checks.text(path, name, SERVICE, "service names of " + NAME_FORM);
            if (name.equals(service)) {
                checks.add(path, "the service itself, \"" + name + "\"", "other services only: its own tasks don't call each"
                        + " other through the mesh");
            }
        }
    }
}
