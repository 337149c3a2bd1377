package dev.tandem.policy.conformance;

import dev.tandem.policy.dispatch.PacksByDirectory;
import dev.tandem.policy.pack.PackFactory;
import java.util.Map;

/** The main of all packs: the name of the directory that the engine was given tells which one it is. */
public final class Packs {

    /** What all packs look at. */
    static final String TYPE = "simple:index:Resource";

    private static final Map<String, PackFactory> BY_DIRECTORY = Map.ofEntries(
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
            Map.entry("stack-tags", stack -> StackTagsPack.pack()),
            Map.entry("doors", DoorsPack::pack));

    private Packs() {}

    public static void main(String[] args) {
        PacksByDirectory.serve(args, "conformance", BY_DIRECTORY);
    }
}
