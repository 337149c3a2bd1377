/** Debug sessions: tasks that an operator looks around in, beside those that serve. */
package dev.tandem.ops.debug;
