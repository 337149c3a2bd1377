package dev.tandem.cost.book;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Year;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * The date of a figure's source, as precise as the source says: a day, a month or a year.
 *
 * @param text as written, for example {@code 2026-10-08}, {@code 2026-06} or {@code 2026}
 * @param earliest the first day it can mean; age is counted from there, so that a vague date never looks fresh
 */
public record AsOf(String text, LocalDate earliest) {

    /** Reads a day, month or year; empty when the text is none of them. */
    public static Optional<AsOf> parse(String text) {
        try {
            return Optional.of(new AsOf(text, switch (text.length()) {
                case 4 -> Year.parse(text).atDay(1);
                case 7 -> YearMonth.parse(text).atDay(1);
                default -> LocalDate.parse(text);
            }));
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    /** Days from {@link #earliest} to a day. */
    public long ageInDays(LocalDate today) {
        return ChronoUnit.DAYS.between(earliest, today);
    }

    @Override
    public String toString() {
        return text;
    }
}
