package dev.tandem.policy.dispatch;

import dev.tandem.policy.pack.PackFactory;
import dev.tandem.policy.pack.PackServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Packs that share a module and a main. The start script hands on the directory as system property {@value #DIRECTORY}. */
public final class PacksByDirectory {

    static final String DIRECTORY = "tandem.pack.dir";

    private PacksByDirectory() {}

    /**
     * Serves the pack of the directory that the engine was given; never returns.
     *
     * @param args as the engine gave them to {@code main}
     * @param kind what the packs are, for the error when there is none of that name, such as {@code example}
     * @param packs by the directory's name
     */
    public static void serve(String[] args, String kind, Map<String, PackFactory> packs) {
        PackServer.serve(args, stack -> find(System.getProperty(DIRECTORY, ""), kind, packs).create(stack));
    }

    static PackFactory find(String directory, String kind, Map<String, PackFactory> packs) {
        Path name = Path.of(directory).normalize().getFileName();
        PackFactory factory = packs.get(String.valueOf(name));
        if (factory == null) {
            throw new IllegalArgumentException("no " + kind + " pack is called '" + name + "', expected one of "
                    + new TreeMap<>(packs).keySet());
        }
        return factory;
    }
}
