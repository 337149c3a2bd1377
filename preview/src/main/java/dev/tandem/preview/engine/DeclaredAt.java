package dev.tandem.preview.engine;

/**
 * Where a program says that it declares a resource. Not checked yet: the file may be none of the project's.
 *
 * @param file {@code file:///…} or {@code project:///…}, or the name of a source file below its source folder, such as
 *     {@code shop/App.java}
 * @param line from 1
 */
public record DeclaredAt(String file, int line) {}
