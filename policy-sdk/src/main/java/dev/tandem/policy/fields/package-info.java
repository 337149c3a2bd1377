/** How objects keep their fields. Internal. */
package dev.tandem.policy.fields;
