package dev.tandem.cli.scaffold;

/** The root pom's list of modules, as text: everything else of the file stays as it is. Pure. */
final class ReactorPom {

    private static final String BEFORE = "    <module>contracts</module>\n";

    private ReactorPom() {}

    /** @throws ScaffoldException when the place for it is not found */
    static String with(String pom, String module) {
        String line = "    <module>" + module + "</module>\n";
        if (pom.contains(line)) {
            return pom;
        }
        if (!pom.contains(BEFORE)) {
            throw new ScaffoldException("pom.xml has no line \"" + BEFORE.strip() + "\", before which the module " + module
                    + " goes: expected the list of modules of this clone. Fix: add <module>" + module + "</module> there by hand");
        }
        return pom.replace(BEFORE, line + BEFORE);
    }
}
