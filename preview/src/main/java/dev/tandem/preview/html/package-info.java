/** The report as one self-contained HTML file: no network, no script needed to read it. */
package dev.tandem.preview.html;
