package dev.tandem.mesh.route;

import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Versions and whatever names one. */
final class VersionChecks {

    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9-]{0,14}[a-z0-9]");
    private static final Pattern HEADER = Pattern.compile("[a-z0-9!#$%&'*+.^_`|~-]{1,64}");
    private static final Pattern COOKIE = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`|~-]{1,64}");
    private static final Pattern VALUE = Pattern.compile("[!-~]{1,128}");
    private static final int ALL = 100;
    private static final int MOST_MEMBERS = 1_000;

    private VersionChecks() {}

    static void check(RouteDocument document, Checks checks) {
        Set<String> names = new HashSet<>();
        for (ServiceVersion version : document.versions()) {
            String at = "versions[" + version.name() + "]";
            checks.text(at + ".name", version.name(), NAME,
                    "2 to 16 lower-case letters, digits and dashes, a letter first, such as \"canary\"");
            checks.range(at + ".weight", version.weight(), 0, ALL, "percent of the requests");
            checks.range(at + ".minMembers", version.minMembers(), 0, MOST_MEMBERS, "tasks");
            if (version.weight() > 0 && version.minMembers() == 0) {
                checks.add(at + ".weight", version.weight() + " % with minMembers 0",
                        "minMembers of at least 1 for a version with a share: Envoy answers 503 for a version without members");
            }
            if (!names.add(version.name())) {
                checks.add(at, "the name twice", "every version once");
            }
        }
        if (document.versions().isEmpty()) {
            checks.add("versions", "no version", "at least one: the last version of a service can't be taken away; to retire"
                    + " the service, remove it from the stack");
            return;
        }
        weights(document, checks);
        for (int i = 0; i < document.pins().size(); i++) {
            pin(document, document.pins().get(i), "pins[" + i + "]", checks);
        }
        document.mirror().ifPresent(mirror -> {
            known(document, mirror.version(), "mirror.version", checks);
            checks.range("mirror.percent", mirror.percent(), 1, ALL);
        });
    }

    private static void weights(RouteDocument document, Checks checks) {
        int sum = document.versions().stream().mapToInt(ServiceVersion::weight).sum();
        if (sum != ALL) {
            String parts = document.versions().stream()
                    .map(version -> version.name() + " " + version.weight())
                    .collect(Collectors.joining(" + "));
            checks.add("versions", "weights " + parts + " = " + sum, "weights that sum to 100, such as stable 95 + canary 5");
        }
    }

    private static void pin(RouteDocument document, Pin pin, String at, Checks checks) {
        boolean header = pin.by() == Pin.By.HEADER;
        checks.text(at + ".name", pin.name(), header ? HEADER : COOKIE, header
                ? "a header name in lower case, such as \"x-tandem-version\"" : "a cookie name, such as \"tandem-version\"");
        checks.text(at + ".value", pin.value(), VALUE, "1 to 128 visible ASCII characters, no spaces");
        known(document, pin.version(), at + ".version", checks);
    }

    private static void known(RouteDocument document, String name, String at, Checks checks) {
        if (document.version(name).isEmpty()) {
            checks.add(at, "the unknown version \"" + name + "\"", "one of "
                    + document.versions().stream().map(ServiceVersion::name).toList() + ", which the document declares");
        }
    }
}
