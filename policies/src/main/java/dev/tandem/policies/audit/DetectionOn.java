package dev.tandem.policies.audit;

import dev.tandem.policies.graph.Links;
import dev.tandem.policies.graph.Links.Link;
import dev.tandem.policies.types.Expect;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.model.Resource;
import dev.tandem.policy.rule.StackCheck;
import dev.tandem.policy.rule.StackContext;
import java.util.Set;

/** Threat detection and the record of configuration are on, and leave nothing out. */
public final class DetectionOn implements StackCheck {

    private static final String RECORDER = "aws:cfg/recorder:Recorder";
    private static final String STATUS = "aws:cfg/recorderStatus:RecorderStatus";

    @Override
    public void check(StackContext context) {
        off(context, "aws:guardduty/detector:Detector", "enable", true, "threats are not looked for");
        off(context, "aws:macie2/account:Account", "status", true, "Macie is paused");
        off(context, STATUS, "isEnabled", false, "changes of the configuration are not recorded");
        context.each(context.graph().ofType("aws:guardduty/organizationConfiguration:OrganizationConfiguration"), org -> {
            Property members = First.of(org, "autoEnableOrganizationMembers", "autoEnable");
            if (Set.of("", "NONE", "false").contains(members.stringOr(""))) {
                say(context, org, members, "accounts of the organization are not watched", "ALL");
            }
        });
        context.each(context.graph().ofType(RECORDER), recorder -> recorder(context, recorder));
        context.each(context.graph().ofType("aws:cfg/configurationAggregator:ConfigurationAggregator"), a -> {
            Property every = First.of(
                    a, "accountAggregationSource[0].allRegions", "organizationAggregationSource[0].allRegions");
            if (!every.boolOr(false)) {
                say(context, a, every, "some regions are not looked at", "true");
            }
        });
    }

    private static void recorder(StackContext context, Resource recorder) {
        Property group = First.of(recorder, "recordingGroup[0]", "recordingGroup");
        context.attempt(() -> {
            boolean allButSome = group.at("recordingStrategy[0].useOnly").is("EXCLUSION_BY_RESOURCE_TYPES");
            if (!group.at("allSupported").boolOr(true) && !allButSome) {
                say(context, recorder, group.at("allSupported"), "some types are not recorded", "true");
            } else if (!First.nothing(group) && !allButSome && !group.at("includeGlobalResourceTypes").boolOr(false)) {
                say(context, recorder, group.at("includeGlobalResourceTypes"), "IAM is not recorded", "true");
            }
        });
        Link best = Links.strongest(context.graph().ofType(STATUS), "name", recorder);
        boolean byItself = recorder.type().startsWith("aws-native:");
        if (best == Link.NO && !byItself) {
            context.violation(recorder, recorder.get("name"), "never-started", "found no RecorderStatus for this recorder,"
                    + " which records nothing until one has isEnabled = true");
        }
    }

    private static void off(StackContext context, String type, String path, boolean otherwise, String wrong) {
        context.each(context.graph().ofType(type), r -> {
            Property p = r.get(path);
            boolean paused = p.isKnown() && Set.of("PAUSED", "ENABLED").contains(p.stringOr(""));
            if (paused ? p.is("PAUSED") : !p.boolOr(otherwise)) {
                say(context, r, p, wrong, paused ? "ENABLED" : "true");
            }
        });
    }

    private static void say(StackContext context, Resource about, Property at, String wrong, String expected) {
        context.violation(about, at, Expect.detail(at), wrong + ": found " + at + ", expected " + expected);
    }
}
