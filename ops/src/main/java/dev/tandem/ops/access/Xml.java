package dev.tandem.ops.access;

import dev.tandem.mesh.route.RouteSourceException;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads answers of query APIs. */
public final class Xml {

    private Xml() {}

    /** The root of an answer. Nothing outside of it is read. */
    public static Element parse(String text) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder().parse(new InputSource(new StringReader(text))).getDocumentElement();
        } catch (ParserConfigurationException | SAXException | IOException bad) {
            throw new RouteSourceException("AWS answered something that is no XML: " + bad.getMessage(), bad);
        }
    }

    /** The elements that a path of names leads to. */
    public static List<Element> at(Element from, String... path) {
        List<Element> found = List.of(from);
        for (String name : path) {
            List<Element> next = new ArrayList<>();
            for (Element each : found) {
                for (Node child = each.getFirstChild(); child != null; child = child.getNextSibling()) {
                    if (child instanceof Element element && element.getTagName().equals(name)) {
                        next.add(element);
                    }
                }
            }
            found = next;
        }
        return found;
    }

    /** Text of the first element at a path; empty for none. */
    public static String text(Element from, String... path) {
        return at(from, path).stream().findFirst().map(Element::getTextContent).map(String::strip).orElse("");
    }
}
