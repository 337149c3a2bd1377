package dev.tandem.mesh.route;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

class RouteDocumentPropertyTest {

    @Property(tries = 300)
    void aDocumentSurvivesItsJson(@ForAll("documents") RouteDocument document) {
        assertThat(RouteJson.parse(RouteJson.canonicalText(document))).isEqualTo(document);
        assertThat(RouteJson.parse(RouteJson.pretty(document))).isEqualTo(document);
    }

    @Property(tries = 300)
    void equalDocumentsAndOnlyTheyHaveEqualBytes(
            @ForAll("documents") RouteDocument one, @ForAll("documents") RouteDocument other) {
        assertThat(RouteJson.canonicalText(one).equals(RouteJson.canonicalText(other))).isEqualTo(one.equals(other));
        assertThat(RouteJson.digest(one).equals(RouteJson.digest(other))).isEqualTo(one.equals(other));
    }

    @Property(tries = 300)
    void theOrderOfVersionsAndNamesMeansNothing(@ForAll("documents") RouteDocument document, @ForAll Random random) {
        List<ServiceVersion> versions = new ArrayList<>(document.versions());
        List<String> callers = new ArrayList<>(document.callers());
        Collections.shuffle(versions, random);
        Collections.shuffle(callers, random);
        RouteDocument shuffled = document.toBuilder().versions(versions).callers(callers).build();
        assertThat(RouteJson.canonical(shuffled)).isEqualTo(RouteJson.canonical(document));
    }

    @Property(tries = 300)
    void theDifferenceIsEmptyForEqualDocumentsOnlyAndTurnsRound(
            @ForAll("documents") RouteDocument one, @ForAll("documents") RouteDocument other) {
        RouteDiff there = RouteDiff.between(one, other);
        RouteDiff back = RouteDiff.between(other, one);
        assertThat(there.isEmpty()).isEqualTo(one.equals(other));
        assertThat(back.changes().stream().map(c -> new RouteDiff.Change(c.path(), c.after(), c.before())).toList())
                .isEqualTo(there.changes());
    }

    @Property(tries = 300)
    void checksNeverThrow(@ForAll("documents") RouteDocument one, @ForAll("documents") RouteDocument other) {
        assertThat(RouteChecks.change(RouteChange.of(one), other)).isNotNull();
        assertThat(RouteChecks.together(List.of(one, other))).isNotNull();
    }

    @Provide
    Arbitrary<RouteDocument> documents() {
        Arbitrary<String> text = Arbitraries.strings().withCharRange(' ', '\u00ff').ofMaxLength(6);
        Arbitrary<Integer> number = Arbitraries.integers();
        Arbitrary<List<ServiceVersion>> versions = Combinators.combine(number, number)
                .as((weight, members) -> new ServiceVersion("v", weight, members))
                .list().ofMaxSize(3)
                .map(list -> {
                    List<ServiceVersion> named = new ArrayList<>();
                    list.forEach(v -> named.add(new ServiceVersion("v" + named.size(), v.weight(), v.minMembers())));
                    return named;
                });
        Arbitrary<Pin> pin = Combinators.combine(Arbitraries.of(Pin.By.class), text, text, text).as(Pin::new);
        Arbitrary<Retries> retries =
                Combinators.combine(number, number, number, number, number, number).as(Retries::new);
        Arbitrary<Fault> fault = Combinators.combine(
                        Combinators.combine(number, number).as(Fault.Delay::new).optional(),
                        Combinators.combine(number, number).as(Fault.Abort::new).optional(),
                        Combinators.combine(text, text).as(Fault.HeaderGate::new).optional())
                .as(Fault::new);
        Arbitrary<RouteDocumentBuilder> base = Combinators.combine(
                        Arbitraries.of("auth", "persona"), text, versions, text.list().ofMaxSize(3), pin.list().ofMaxSize(3),
                        text.optional(), number,
                        Arbitraries.of(RolledOutBy.class))
                .as((name, domain, list, callers, pins, path, port, by) -> RouteDocument.builder(name).in("prod", domain)
                        .versions(list).callers(callers).calls(List.copyOf(callers)).pins(pins).path(path)
                        .application(port, "/h").rolledOutBy(by));
        return Combinators.combine(base, retries, fault.optional(),
                        Combinators.combine(text, number).as(Mirror::new).optional(),
                        Combinators.combine(number, number).as(RateLimit::new).optional(), number)
                .as((builder, tries, faults, mirror, limit, timeout) -> builder.retries(tries).fault(faults)
                        .mirror(mirror).rateLimit(limit).timeoutMillis(timeout).build());
    }
}
