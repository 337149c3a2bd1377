/** New services from the template in this jar: which files come, and which lines go into files that are there. */
package dev.tandem.cli.scaffold;
