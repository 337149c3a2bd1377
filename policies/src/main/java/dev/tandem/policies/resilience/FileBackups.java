package dev.tandem.policies.resilience;

import dev.tandem.policies.graph.Links;
import dev.tandem.policies.graph.Links.Link;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.List;

/** File systems are backed up: by a backup policy of their own, or by a selection that names them. */
public final class FileBackups implements StackCheck {

    @Override
    public void check(StackContext context) {
        List<Resource> selections = context.graph().ofType("aws:backup/selection:Selection");
        boolean byTag = selections.stream().anyMatch(s -> !s.get("selectionTags").isMissing() || !s.get("conditions").isMissing());
        List<Resource> said = context.graph().ofType("aws:efs/backupPolicy:BackupPolicy");
        List<Resource> policies = said.stream().filter(p -> !isOff(p)).toList();
        List<Resource> systems = context.graph().ofType("aws:efs/fileSystem:FileSystem");
        context.each(said, policy -> {
            // A file system of this stack is judged itself.
            if (isOff(policy) && Links.strongest(systems, files -> Links.between(policy, "fileSystemId", files)) == Link.NO) {
                context.violation(policy, "found backupPolicy.status " + policy.get("backupPolicy[0].status")
                        + ", expected ENABLED: the file system that it is for has no backup");
            }
        });
        context.each(systems, files -> {
            if (files.get("backupPolicy.status").is("ENABLED")) {
                return;
            }
            Link own = Links.strongest(policies, "fileSystemId", files);
            Link selected = Links.strongest(selections, "resources", files);
            if (own == Link.NO && selected == Link.NO && !byTag) {
                context.violation(files, "found no backup of the file system, expected a BackupPolicy with status ENABLED, or a"
                        + " selection of a backup plan");
            } else if (own != Link.YES && selected != Link.YES) {
                context.undecided(files.properties(), "backups exist, of what cannot be told");
            }
        });
    }

    private static boolean isOff(Resource policy) {
        Property status = policy.get("backupPolicy[0].status");
        return status.isKnown() && !status.is("ENABLED");
    }
}
