package dev.tandem.infra.config;

import dev.tandem.components.service.ImageRef;
import dev.tandem.infra.config.Section.Expected;

/** Reads images, each of which has a repository of its own in the region's registry. */
final class Images {

    private Images() {}

    /**
     * An image of one repository; {@code null} when it is none, which is then told.
     *
     * @param example such an image
     */
    static String read(Section section, String key, String repository, String example) {
        return section.text(key, text -> isOf(repository, text), new Expected("an image of the repository " + repository
                + " with a tag (not latest) or a digest, without a registry host", example));
    }

    private static boolean isOf(String repository, String text) {
        try {
            return ImageRef.parse(text).repository().equals(repository);
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }
}
