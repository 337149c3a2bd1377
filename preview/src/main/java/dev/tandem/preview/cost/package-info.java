/** What {@code ./tandem cost} says: the bills of a project's stacks, as text and as JSON. */
package dev.tandem.preview.cost;
