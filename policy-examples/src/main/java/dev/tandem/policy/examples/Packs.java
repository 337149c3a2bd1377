package dev.tandem.policy.examples;

import dev.tandem.policy.dispatch.PacksByDirectory;
import dev.tandem.policy.examples.gcp.StoragePack;
import dev.tandem.policy.examples.kubernetes.PodPack;
import dev.tandem.policy.examples.labels.LabelPack;
import dev.tandem.policy.pack.PackFactory;
import java.util.Map;

/**
 * The main of all three packs, which share a module here: the name of the directory that the engine was given tells which
 * one it is. A pack of your own has its own main, {@code PackServer.serve(args, pack)}.
 */
public final class Packs {

    private static final Map<String, PackFactory> BY_DIRECTORY = Map.of(
            "kubernetes-pods", stack -> PodPack.pack(),
            "gcp-storage", stack -> StoragePack.pack(),
            "cost-labels", LabelPack::pack);

    private Packs() {}

    public static void main(String[] args) {
        PacksByDirectory.serve(args, "example", BY_DIRECTORY);
    }
}
