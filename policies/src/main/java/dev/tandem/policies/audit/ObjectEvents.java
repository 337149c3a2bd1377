package dev.tandem.policies.audit;

import dev.tandem.policies.types.Expect;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;
import java.util.List;

/** A trail also records who read and wrote objects of buckets. */
public final class ObjectEvents implements ResourceCheck {

    @Override
    public void check(ResourceContext context) {
        Property simple = context.get("eventSelectors");
        Property advanced = context.get("advancedEventSelectors");
        boolean found = false;
        for (Property selector : simple.items()) {
            for (Property data : selector.at("dataResources").items()) {
                found |= data.at("type").is("AWS::S3::Object");
            }
        }
        for (Property selector : advanced.items()) {
            List<Property> fields = selector.at("fieldSelectors").items();
            found |= equalTo(fields, "eventCategory", "Data") && equalTo(fields, "resources.type", "AWS::S3::Object");
        }
        if (!found) {
            Expect.report(context, simple.isMissing() && !advanced.isMissing() ? advanced : simple,
                    "who read or changed an object leaves no trace in the trail", "a selector for AWS::S3::Object");
        }
    }

    private static boolean equalTo(List<Property> fields, String field, String value) {
        return fields.stream().anyMatch(f -> f.at("field").is(field) && f.at("equals").strings().contains(value));
    }
}
