/** Keys that services sign tokens with: parameters, and the function that rotates them. */
package dev.tandem.components.tokens;
