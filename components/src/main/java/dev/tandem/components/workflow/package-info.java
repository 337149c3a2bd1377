/** State machines as plain data: states, checked when they are put together, written in the Amazon States Language. */
package dev.tandem.components.workflow;
