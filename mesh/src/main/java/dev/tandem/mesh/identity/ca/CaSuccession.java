package dev.tandem.mesh.identity.ca;

import dev.tandem.mesh.identity.Lifetimes;
import java.security.PublicKey;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The CAs of a region that follow each other: which one signs, which are trusted, which may go. Pure; the overlap is
 * <pre>
 *   new CA  |-- announced, 2 h --|-- signs -------------------------
 *   old CA  ------- signs -------|-- still trusted, 24 h + slack --|
 * </pre>
 *
 * @param generations by number, lowest first
 */
public record CaSuccession(List<CaGeneration> generations) {

    /** An old CA is trusted until everything it signed has ended, and this much longer. */
    private static final Duration SLACK = Duration.ofHours(1);

    /** Sorts. */
    public CaSuccession {
        generations = generations.stream().sorted(Comparator.comparingInt(CaGeneration::number)).toList();
    }

    /** The one that signs: the highest whose time has come; when none has, the lowest. */
    public Optional<CaGeneration> signing(Instant now) {
        Optional<CaGeneration> due = generations.stream()
                .filter(generation -> !generation.signsFrom().isAfter(now))
                .reduce((lower, higher) -> higher);
        return due.or(() -> generations.stream().findFirst());
    }

    /** The latest, which may be only announced. */
    public Optional<CaGeneration> newest() {
        return generations.isEmpty() ? Optional.empty() : Optional.of(generations.get(generations.size() - 1));
    }

    /** Whether the latest does not sign yet: a rotation is under way. */
    public boolean announcing(Instant now) {
        return newest().isPresent() && !newest().equals(signing(now));
    }

    /** Why there must be another one; empty when there need not. */
    public Optional<String> due(PublicKey currentKey, Instant now) {
        if (newest().isEmpty()) {
            return Optional.of("there is no CA yet");
        }
        CaGeneration newest = newest().get();
        if (!newest.certificate().getPublicKey().equals(currentKey)) {
            return Optional.of("the key is another one than generation " + newest.number() + " has");
        }
        return now.isBefore(newest.renewAt())
                ? Optional.empty() : Optional.of("generation " + newest.number() + " is past half of its life, " + newest.renewAt());
    }

    /** The next number and when it signs: at once when nothing came before, else after it was announced. */
    public Instant nextSignsFrom(Instant now) {
        return generations.isEmpty() ? now : now.plus(Lifetimes.CA_ANNOUNCED);
    }

    /** One more than the highest number. */
    public int nextNumber() {
        return newest().map(CaGeneration::number).orElse(0) + 1;
    }

    /** Those whose last identity has ended: below the one that signs, and it has signed for a life and the slack. */
    public List<CaGeneration> retired(Instant now) {
        return signing(now).stream()
                .flatMap(signing -> generations.stream()
                        .filter(generation -> generation.number() < signing.number())
                        .filter(generation -> successor(generation).signsFrom().plus(Lifetimes.SVID).plus(SLACK).isBefore(now)))
                .toList();
    }

    /** Those that belong into the bundle. */
    public List<CaGeneration> trusted(Instant now) {
        List<CaGeneration> retired = retired(now);
        return generations.stream().filter(generation -> !retired.contains(generation)).toList();
    }

    /** An earlier CA signs no more from when its successor does. */
    private CaGeneration successor(CaGeneration generation) {
        return generations.stream()
                .filter(other -> other.number() > generation.number())
                .findFirst()
                .orElseThrow();
    }
}
