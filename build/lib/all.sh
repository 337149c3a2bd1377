# shellcheck shell=bash
# What every launch script needs, in order.
_lib=${BASH_SOURCE[0]%/*}
# shellcheck source=build/lib/common.sh
. "$_lib/common.sh"
# shellcheck source=build/lib/jdk.sh
. "$_lib/jdk.sh"
# shellcheck source=build/lib/image.sh
. "$_lib/image.sh"
# shellcheck source=build/lib/lock.sh
. "$_lib/lock.sh"
# shellcheck source=build/lib/maven.sh
. "$_lib/maven.sh"
# shellcheck source=build/lib/archive.sh
. "$_lib/archive.sh"
# shellcheck source=build/lib/classes.sh
. "$_lib/classes.sh"
# shellcheck source=build/lib/pack.sh
. "$_lib/pack.sh"
