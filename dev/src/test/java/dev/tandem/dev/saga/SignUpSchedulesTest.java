package dev.tandem.dev.saga;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tandem.requirements.Covers;
import dev.tandem.service.store.Item;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.statistics.Statistics;

/** Whatever happens on the way: in the end every sign-up is complete in both services, or gone from both, and none is there twice. */
class SignUpSchedulesTest {

    private static final int LONGEST = 20_000;

    @Property(tries = 5_000)
    @Covers({"R9.3", "R9.4"})
    void everySignUpIsCompleteOrUndone(@ForAll long seed, @ForAll @IntRange(min = 1, max = 4) int signUps,
            @ForAll @IntRange(min = 1, max = 3) int addresses, @ForAll @DoubleRange(max = 0.9) double trouble) {
        SignUpWorld world = new SignUpWorld(seed, trouble);
        for (int i = 0; i < signUps; i++) {
            // Two may want one address, and one has a name that persona refuses.
            world.signUp("p" + i % addresses + "@example.com", i == 3 ? " " : "Name " + i);
        }
        for (int i = 0; i < 400; i++) {
            world.step(false);
        }
        // Then the trouble ends, which is when all must come to its end.
        world.authTable.onTransact(moment -> { });
        world.personaTable.onTransact(moment -> { });
        int steps = 0;
        while (world.step(true)) {
            assertThat(++steps).as("steps until all is over").isLessThan(LONGEST);
        }

        Set<String> accounts = ids(world.authTable.all(), "account#");
        Set<String> profiles = ids(world.personaTable.all(), "profile#");
        assertThat(profiles).as("profiles are those of the accounts").isEqualTo(accounts);
        assertThat(world.authTable.all()).filteredOn(item -> item.key().pk().startsWith("account#"))
                .allSatisfy(item -> assertThat(item.text("state")).isEqualTo("ACTIVE"));
        assertThat(world.executions.keySet()).as("every accepted sign-up was started").containsExactlyInAnyOrderElementsOf(world.accepted);
        List<String> emails = new ArrayList<>();
        world.authTable.all().stream().filter(item -> item.key().pk().startsWith("account#")).forEach(item -> emails.add(item.text("email")));
        assertThat(emails).as("no address has two accounts").doesNotHaveDuplicates();
        long done = world.executions.values().stream().filter(each -> each.state().equals("Done")).count();
        assertThat(done).as("sagas that are done").isEqualTo(accounts.size());
        assertThat(world.executions.values()).allSatisfy(each -> assertThat(each.state()).isIn("Done", "Undone"));
        Statistics.label("ended").collect(done == world.executions.size() ? "all done" : done == 0 ? "all undone" : "some undone");
        Statistics.label("trouble").collect(world.kills == 0 ? "no kill" : world.kills < 5 ? "a few kills" : "many kills");
    }

    private static Set<String> ids(List<Item> items, String prefix) {
        return items.stream().map(item -> item.key().pk()).filter(pk -> pk.startsWith(prefix))
                .map(pk -> pk.substring(prefix.length())).collect(Collectors.toSet());
    }
}
