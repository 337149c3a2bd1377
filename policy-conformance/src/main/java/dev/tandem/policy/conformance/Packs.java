package dev.tandem.policy.conformance;

import dev.tandem.policy.pack.PackFactory;
import dev.tandem.policy.pack.PackServer;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The main of all packs: the name of the directory that the engine was given tells which one it is. */
public final class Packs {

    /** What all packs look at. */
    static final String TYPE = "simple:index:Resource";

    private static final Map<String, PackFactory> BY_DIRECTORY = new TreeMap<>(Map.ofEntries(
            Map.entry("simple", stack -> SimplePack.pack()),
            Map.entry("config", stack -> ConfigPack.pack()),
            Map.entry("config-schema", stack -> ConfigSchemaPack.pack()),
            Map.entry("dryrun", stack -> DryrunPack.pack()),
            Map.entry("enforcement-config", stack -> EnforcementConfigPack.pack()),
            Map.entry("invalid", stack -> InvalidPack.pack()),
            Map.entry("remediate", stack -> RemediatePack.pack()),
            Map.entry("resource-metadata", stack -> ResourceMetadataPack.pack()),
            Map.entry("analyze-stack", stack -> AnalyzeStackPack.pack()),
            Map.entry("stack-config", StackConfigPack::pack),
            Map.entry("stack-tags", stack -> StackTagsPack.pack())));

    private Packs() {}

    public static void main(String[] args) {
        PackServer.serve(args, stack -> {
            String name = Path.of(System.getProperty("tandem.pack.dir", "")).normalize().getFileName().toString();
            PackFactory factory = BY_DIRECTORY.get(name);
            if (factory == null) {
                throw new IllegalArgumentException(
                        "no conformance pack is called '" + name + "', expected one of " + BY_DIRECTORY.keySet());
            }
            return factory.create(stack);
        });
    }
}
