package dev.tandem.events.v1;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.util.JsonFormat;

/** Events in the JSON form of their messages (proto3's own mapping), every field written. */
public final class Events {

    private static final JsonFormat.Printer PRINTER =
            JsonFormat.printer().includingDefaultValueFields().omittingInsignificantWhitespace();
    private static final JsonFormat.Parser PARSER = JsonFormat.parser().ignoringUnknownFields();

    private Events() {}

    /** As text. */
    public static String json(Message event) {
        try {
            return PRINTER.print(event);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /**
     * From text. Fields that are not known yet are passed over: the sender may be newer.
     *
     * @throws IllegalArgumentException when it is no such event
     */
    public static void merge(String json, Message.Builder event) {
        try {
            PARSER.merge(json, event);
        } catch (InvalidProtocolBufferException e) {
            throw new IllegalArgumentException("not a " + event.getDescriptorForType().getName() + ": " + e.getMessage(), e);
        }
    }
}
