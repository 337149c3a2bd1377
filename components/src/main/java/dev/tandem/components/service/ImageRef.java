package dev.tandem.components.service;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A container image in the region's own ECR registry.
 *
 * <p>There is no registry host in it on purpose: the same text works in both regions, each pulls from its own registry, and
 * no image comes from outside the EU or over the internet.
 *
 * @param repository repository path, such as {@code tandem/auth}
 * @param tag        tag, absent when only a digest is given
 * @param digest     {@code sha256:} and 64 hexadecimal digits, absent when only a tag is given
 */
public record ImageRef(String repository, Optional<String> tag, Optional<String> digest) {

    private static final String EXAMPLE = "\"tandem/auth:1.4.2\" or \"tandem/auth@sha256:<64 hexadecimal digits>\"";
    private static final Pattern IMAGE = Pattern.compile("(?<repo>[a-z0-9]+(?:[._/-][a-z0-9]+)*)"
            + "(?::(?<tag>[A-Za-z0-9_][A-Za-z0-9._-]{0,127}))?(?:@(?<digest>sha256:[a-f0-9]{64}))?");

    /**
     * Reads {@code repository:tag}, {@code repository@digest} or both.
     *
     * @throws IllegalArgumentException when it is malformed, names a registry, or says neither tag nor digest
     */
    public static ImageRef parse(String text) {
        Matcher matcher = IMAGE.matcher(text == null ? "" : text);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("image \"" + text + "\" is malformed: expected " + EXAMPLE
                    + ", without a registry host: every region pulls from its own");
        }
        String tag = matcher.group("tag");
        String digest = matcher.group("digest");
        if (tag == null && digest == null) {
            throw new IllegalArgumentException(
                    "image \"" + text + "\" has neither digest nor tag: expected " + EXAMPLE);
        }
        if (digest == null && tag.equals("latest")) {
            throw new IllegalArgumentException("image \"" + text
                    + "\" has the tag \"latest\", which does not say what will run: expected " + EXAMPLE);
        }
        return new ImageRef(matcher.group("repo"), Optional.ofNullable(tag), Optional.ofNullable(digest));
    }

    /** What a task definition needs: the image in the ECR registry of this account and region. */
    public String in(String accountId, String region) {
        return accountId + ".dkr.ecr." + region + ".amazonaws.com/" + repository
                + tag.map(t -> ":" + t).orElse("") + digest.map(d -> "@" + d).orElse("");
    }

    /** ARN of the image's repository in this account and region. */
    public String repositoryArn(String accountId, String region) {
        return "arn:aws:ecr:" + region + ":" + accountId + ":repository/" + repository;
    }
}
