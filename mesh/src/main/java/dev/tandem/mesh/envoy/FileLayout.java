package dev.tandem.mesh.envoy;

/**
 * The files that Envoy reads. {@code routes/current} and {@code identity/current} are symbolic links to a folder each;
 * Envoy reads all files again when a link is replaced by a rename, and at no other time.
 */
public final class FileLayout {

    /** Folder of listeners, clusters, routes and endpoints. */
    public static final String ROUTES = "routes";

    /** Folder of certificates. */
    public static final String IDENTITY = "identity";

    /** The link in each of both. */
    public static final String CURRENT = "current";

    /** What Envoy is started with. JSON, which is YAML too. */
    public static final String BOOTSTRAP = "bootstrap.yaml";

    static final String LISTENERS = "lds.json";
    static final String CLUSTERS = "cds.json";

    private FileLayout() {}

    /** Envoy takes one route configuration per file. */
    static String routes(String name) {
        return "rds-" + name + ".json";
    }

    /** Envoy takes the endpoints of one cluster per file. */
    static String endpoints(String cluster) {
        return "eds-" + cluster + ".json";
    }

    /** Envoy takes one secret per file. */
    static String secret(String name) {
        return "sds-" + name + ".json";
    }
}
