package dev.tandem.ops.access;

import dev.tandem.mesh.store.AwsFailures;
import dev.tandem.ops.OperationRefusedException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import software.amazon.awssdk.core.exception.SdkException;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** Who runs the command, by AWS's own word, and whether this machine's clock may be trusted. */
public final class Operator {

    /** Leases last a minute or two and gates look at minutes: a clock that is off by more makes both lie. */
    static final Duration MOST_SKEW = Duration.ofSeconds(30);

    private Operator() {}

    /**
     * The ARN of the caller.
     *
     * @throws dev.tandem.mesh.route.RouteSourceException when there are no credentials, or AWS refuses them
     * @throws OperationRefusedException when this machine's clock is more than 30 s from AWS's
     */
    public static String arn(AwsAccess access) {
        try (StsClient sts = access.client(StsClient.builder())) {
            GetCallerIdentityResponse identity = sts.getCallerIdentity();
            identity.sdkHttpResponse().firstMatchingHeader("Date")
                    .flatMap(date -> skew(date, Instant.now()))
                    .ifPresent(problem -> {
                        throw new OperationRefusedException(problem);
                    });
            return identity.arn();
        } catch (SdkException failure) {
            throw AwsFailures.explain("sts:GetCallerIdentity", "AWS in " + access.region(), failure);
        }
    }

    /** The account of an ARN, twelve digits. */
    public static String account(String arn) {
        return arn.split(":", -1)[4];
    }

    /** Why a clock can't be trusted; empty when it can, or when the header is no date. */
    static Optional<String> skew(String dateHeader, Instant here) {
        try {
            Instant there = ZonedDateTime.parse(dateHeader, DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
            Duration ahead = Duration.between(there, here);
            if (ahead.abs().compareTo(MOST_SKEW) <= 0) {
                return Optional.empty();
            }
            return Optional.of("this machine's clock is " + ahead.abs().toSeconds() + " s " + (ahead.isNegative() ? "behind" : "ahead of")
                    + " AWS's, expected at most " + MOST_SKEW.toSeconds() + " s: leases and gates go by it. Nothing was changed; set"
                    + " the clock (chronyc makestep, timedatectl set-ntp true), then run it again");
        } catch (DateTimeParseException unknown) {
            return Optional.empty();
        }
    }
}
