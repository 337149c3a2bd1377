package dev.tandem.policies.resilience;

import dev.tandem.policies.graph.Links;
import dev.tandem.policies.graph.Links.Link;
import dev.tandem.policies.types.Declared;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.List;
import java.util.Map;

/**
 * Volumes have copies: a selection of a backup plan names them or a tag of theirs, or a lifecycle policy snapshots what has the tag.
 * Plans in another stack are not seen; who has them says so in a waiver.
 */
public final class DiskBackups implements StackCheck {

    private static final String VOLUME = "aws:ebs/volume:Volume";

    @Override
    public void check(StackContext context) {
        List<Resource> selections = context.graph().ofType("aws:backup/selection:Selection");
        List<Resource> snapshots = context.graph().ofType("aws:dlm/lifecyclePolicy:LifecyclePolicy");
        context.each(context.graph().ofType(VOLUME), volume -> {
            Link named = Links.strongest(selections, "resources", volume);
            boolean all = selections.stream().anyMatch(s -> s.get("resources").isKnown() && s.get("resources").items().stream()
                    .filter(Property::isKnown).map(r -> r.stringOr("")).anyMatch(r -> r.equals("*") || r.matches("arn:[^:]*:ec2:[^:]*:[^:]*:(volume/)?\\*")));
            boolean tagged = selections.stream().anyMatch(s -> byTag(s, volume)) || snapshots.stream().anyMatch(p -> byPolicy(p, volume));
            if (named == Link.YES || all || tagged) {
                return;
            }
            if (named == Link.MAYBE) {
                context.undecided(volume.properties(), "a backup selection exists, of what cannot be told");
            } else {
                context.violation(volume, "what is lost with the volume is lost: found no backup selection and no lifecycle policy"
                        + " that takes it in, expected one");
            }
        });
    }

    private static boolean byTag(Resource selection, Resource volume) {
        return selection.get("selectionTags").requireKnown().items().stream()
                .anyMatch(t -> has(volume, t.at("key").stringOr(""), t.at("value")));
    }

    private static boolean byPolicy(Resource policy, Resource volume) {
        Property target = policy.get("policyDetails[0].targetTags[0]").requireKnown();
        if (First.nothing(target) || policy.get("state").is("DISABLED")) {
            return false;
        }
        for (Map.Entry<String, Property> tag : target.entries().entrySet()) {
            if (has(volume, tag.getKey(), tag.getValue())) {
                return true;
            }
        }
        return false;
    }

    /** Whether the volume has the tag; one whose value is not known yet is taken for it. */
    private static boolean has(Resource volume, String key, Property value) {
        Property own = Declared.of(volume, "tags", "tagsAll").requireKnown().key(key);
        return !own.isMissing() && (own.isUnknown() || value.isUnknown() || own.stringOr("").equals(value.stringOr("")));
    }
}
