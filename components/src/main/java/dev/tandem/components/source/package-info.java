/** Where in the program a resource is declared, for whoever previews it. */
package dev.tandem.components.source;
