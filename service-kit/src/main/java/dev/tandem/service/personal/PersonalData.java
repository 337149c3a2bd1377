package dev.tandem.service.personal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tandem.service.store.Write;
import java.util.List;

/** What a service knows of persons. Each service with such data has one, so that a request of a person reaches all. */
public interface PersonalData {

    /** All that is known of a person, in a form that the person can read (GDPR article 15); an empty object for nothing. */
    JsonNode export(String accountId);

    /**
     * The writes that erase it (GDPR article 17). They may be done twice. Logs are erased by their retention and hold no
     * personal data but IDs.
     */
    List<Write> erasure(String accountId);
}
