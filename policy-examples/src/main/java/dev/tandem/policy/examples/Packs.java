package dev.tandem.policy.examples;

import dev.tandem.policy.examples.gcp.StoragePack;
import dev.tandem.policy.examples.kubernetes.PodPack;
import dev.tandem.policy.examples.labels.LabelPack;
import dev.tandem.policy.pack.PackFactory;
import dev.tandem.policy.pack.PackServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * The main of all three packs, which share a module here: the name of the directory that the engine was given tells which
 * one it is. A pack of your own has its own main, {@code PackServer.serve(args, pack)}.
 */
public final class Packs {

    private static final Map<String, PackFactory> BY_DIRECTORY = new TreeMap<>(Map.of(
            "kubernetes-pods", stack -> PodPack.pack(),
            "gcp-storage", stack -> StoragePack.pack(),
            "cost-labels", LabelPack::pack));

    private Packs() {}

    public static void main(String[] args) {
        PackServer.serve(args, stack -> {
            String name = Path.of(System.getProperty("tandem.pack.dir", "")).normalize().getFileName().toString();
            PackFactory factory = BY_DIRECTORY.get(name);
            if (factory == null) {
                throw new IllegalArgumentException(
                        "no example pack is called '" + name + "', expected one of " + BY_DIRECTORY.keySet());
            }
            return factory.create(stack);
        });
    }
}
