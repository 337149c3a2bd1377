/** Everything in a region that services share, and the reference by which they use it. */
package dev.tandem.components.foundation;
