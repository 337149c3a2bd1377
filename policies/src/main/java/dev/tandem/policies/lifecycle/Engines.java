package dev.tandem.policies.lifecycle;

import dev.tandem.policies.Settings;
import dev.tandem.policies.types.AwsTypes;
import dev.tandem.policies.types.Expect;
import dev.tandem.policies.types.First;
import dev.tandem.policy.model.Property;
import dev.tandem.policy.rule.ResourceCheck;
import dev.tandem.policy.rule.ResourceContext;

/**
 * Engines, clusters and build images get security updates. What ended by {@code endOfLifeOn} counts, by default the day
 * on which the calendars were compared; a later day shows what is to be moved until then.
 */
public final class Engines implements ResourceCheck {

    /** Types that the rule looks at. */
    public static final String[] TYPES =
            EngineCalendar.ALL.stream().map(EngineCalendar::type).distinct().toArray(String[]::new);

    private static final String OVER = "the version gets no security updates, or only those that are paid for";
    private static final String COMPARED = "2026-11-26";

    @Override
    public void check(ResourceContext context) {
        String type = AwsTypes.canonical(context.resource().type());
        String until = Settings.text(context, "endOfLifeOn").filter(day -> day.matches("\\d{4}-\\d\\d-\\d\\d")).orElse(COMPARED);
        int[] concerned = {0};
        context.each(EngineCalendar.ALL, calendar -> {
            if (calendar.type().equals(type)
                    && First.of(context.resource(), "engine", "engineType").stringOr("").matches(calendar.engine())) {
                concerned[0]++;
                judge(context, calendar, until);
            }
        });
        if (concerned[0] == 0) {
            context.notApplicable("nobody keeps a calendar of this engine");
        }
    }

    private static void judge(ResourceContext context, EngineCalendar calendar, String until) {
        Property version = First.of(context.resource(), calendar.paths().toArray(String[]::new));
        calendar.entry(version.stringOr("")).filter(e -> e.getValue().compareTo(until) <= 0).ifPresent(e -> Expect.report(
                context, version, OVER, calendar.instead() + "; standard support "
                        + (e.getValue().compareTo(COMPARED) > 0 ? "ends " : "ended ")
                        + (e.getValue().isEmpty() ? "long ago" : "on " + e.getValue()) + " (" + calendar.source() + ")"));
    }
}
